// `faq schema`: tells editors what the FAQ's files may contain, so that they complete and check.
import { join } from "node:path";
import type { Command } from "commander";
import { commandIn } from "../edit/command-in.ts";
import { notesAndExamples } from "../help.ts";
import { readFolder } from "../open-faq.ts";
import { schemasFor, staleSchemas, writeSchemas } from "../schema/write-schemas.ts";
import { exitCodes } from "../user-error.ts";

export function addSchema(program: Command): void {
  program
    .command("schema")
    .description("write the schemas by which editors complete and check the FAQ's files")
    .option("--check", "write nothing, and end with status 1 if a schema isn't up to date")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          'The schemas lie in .schema in the FAQ\'s folder. A file of the FAQ names its own in its first line, by which editors find it (in VS Code with the extension "YAML" by Red Hat):\n  # yaml-language-server: $schema=../.schema/entry.json',
        ],
        examples: ["schema", "schema --check"],
      }),
    )
    .action((_: unknown, command: Command) => {
      const { check, faq: folder } = command.optsWithGlobals<{ check?: boolean; faq: string }>();
      const schemas = schemasFor(readFolder(folder).files, folder);
      const stale = staleSchemas(schemas, folder);
      if (!check) writeSchemas(stale, folder);
      for (const { path } of stale) {
        process.stdout.write(`${join(folder, path)}${check ? " is not up to date" : ""}\n`);
      }
      if (stale.length === 0) process.stderr.write("All schemas are up to date.\n");
      else if (check) {
        process.stderr.write(`Bring them up to date: ${commandIn(folder, "schema")}\n`);
        process.exitCode = exitCodes.problems;
      } else process.stderr.write(`Written: ${stale.length}.\n`);
    });
}
