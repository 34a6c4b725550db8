// Whoever opens a file of the bot's own FAQ has an editor that knows what belongs there.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readFaqFolder } from "../../../bin/faq-folder.ts";
import { type FileKind, fileKinds, schemaOfKind } from "../../../bin/schema/schema-files.ts";
import { schemaLineOf } from "../../../bin/schema/schema-line.ts";
import { schemasFor, staleSchemas } from "../../../bin/schema/write-schemas.ts";
import { root } from "../run-faq.ts";

const folder = join(root, "faq");
const files = readFaqFolder(folder);

describe("the bot's own FAQ", () => {
  it("has schemas that are up to date with its languages and the shapes of its files", () => {
    expect(staleSchemas(schemasFor(files, folder), folder)).toEqual([]);
  });

  it("names in each file's first line a schema that is there", () => {
    for (const { path, text } of files) {
      const [line = ""] = text.split("\n");
      expect(line, path).toBe(schemaLineOf(path));
      expect(existsSync(join(folder, dirname(path), line.replace(/^.*=/, ""))), path).toBe(true);
    }
    expect(files.length).toBeGreaterThan(50);
  });

  it("has nothing that an editor would mark", () => {
    const ajv = new Ajv({ strictTypes: false, keywords: ["patternErrorMessage"] });
    const accepts = new Map(
      fileKinds.map((kind) => [kind, ajv.compile(schemaOfKind(kind, ["id", "en"]))]),
    );
    for (const { path, text } of files) {
      const kind = path.includes("/") ? "entry" : (path.replace(/\.yaml$/, "") as FileKind);
      const accept = accepts.get(kind);
      accept?.(parse(text));
      expect(accept?.errors, path).toBeNull();
    }
  });
});

describe("a file's first line", () => {
  it("leads to the schema of its kind, from wherever the file lies", () => {
    const schema = "# yaml-language-server: $schema=";
    expect(schemaLineOf("accepting/cost.yaml")).toBe(`${schema}../.schema/entry.json`);
    expect(schemaLineOf("a/b/cost.yaml")).toBe(`${schema}../../.schema/entry.json`);
    expect(schemaLineOf("bot.yaml")).toBe(`${schema}./.schema/bot.json`);
    expect(schemaLineOf("notes.yaml")).toBeUndefined();
  });
});
