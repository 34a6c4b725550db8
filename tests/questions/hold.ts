// `npm run hold`: keeps what becomes of our own labelled questions now, for later edits to be held to.
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { numbered } from "../../bin/numbered.ts";
import { exitCodes, UserError } from "../../bin/user-error.ts";
import { changes, type Held, heldOf } from "./outcome.ts";
import { heldPath, outcomesOf, ownMatcher, questionFiles } from "./own-outcomes.ts";

try {
  hold();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}

function hold(): void {
  const [argument] = process.argv.slice(2);
  if (argument !== undefined) {
    throw new UserError(
      "`npm run hold` takes no arguments: it writes what becomes of the questions now into tests/questions/held.json.",
      exitCodes.usage,
    );
  }
  const before = JSON.parse(readFileSync(heldPath, "utf8")) as Record<string, Held | undefined>;
  const matcher = ownMatcher();
  const now = questionFiles.map((file) => [file, heldOf(outcomesOf(file, matcher))] as const);
  writeFileSync(heldPath, `${JSON.stringify(Object.fromEntries(now), null, 2)}\n`);

  const changed = now.flatMap(([file, held]) =>
    changes(before[file]?.exceptions ?? {}, held.exceptions),
  );
  for (const line of changed) process.stdout.write(`${line}\n`);
  process.stdout.write(
    `${relative("", heldPath)} holds what was found now, which changed ${numbered(changed.length, "question")}.\n`,
  );
}
