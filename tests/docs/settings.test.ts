// What docs/settings.md lists, held to the settings that there are.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { allSettings } from "../../functions/webhook/settings.ts";

it("docs/settings.md lists every setting of the bot, and no other", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs/settings.md"), "utf8");
  const [, table = ""] = text.split("\n| setting |");
  const rows = (table.split("\n\n")[0] ?? "").split("\n").slice(2);
  const listed = rows.flatMap((row) => {
    const [, names = ""] = row.split("|");
    return [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  });
  expect(listed.sort()).toEqual(Object.keys(allSettings).sort());
});
