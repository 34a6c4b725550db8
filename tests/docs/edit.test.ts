// What docs/edit.md and docs/edit.id.md tell maintainers, held to the commands and files that there are, and to each other.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { beforeAll, describe, expect, it } from "vitest";
import { formatText } from "../../bin/check/format-text.ts";
import { commands as ours } from "../../bin/commands/index.ts";
import { nextNumber } from "../../bin/edit/new-entry.ts";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import { english as reportInEnglish } from "../../bin/report/page/english.ts";
import { indonesian as reportInIndonesian } from "../../bin/report/page/indonesian.ts";
import { english } from "../../bin/workshop/page/texts-english.ts";
import { indonesian } from "../../bin/workshop/page/texts-indonesian.ts";
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import { readSources } from "../../functions/webhook/faq/read.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const pages = { "docs/edit.md": english, "docs/edit.id.md": indonesian };
const texts = Object.keys(pages).map((page) => [page, read(page)] as const);
const [inEnglish = "", inIndonesian = ""] = texts.map(([, text]) => text);

/** Blocks of code, by the word that names their language. */
const fences = (text: string) =>
  [...text.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].map(([, name = "", body = ""]) => ({
    name,
    body,
  }));
const withoutFences = (text: string) => text.replace(/^ *```[\s\S]*?^ *```$/gm, "");
const inCode = (text: string) =>
  [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

/** Everything that is told to be typed into a terminal. */
function callsIn(text: string): string[] {
  const lines = fences(text)
    .filter(({ name }) => name === "")
    .flatMap(({ body }) => body.split("\n"));
  return [...lines, ...inCode(text)].filter((line) => /^(npm|git|cd|PORT=)/.test(line));
}

describe("the two pages", () => {
  it("have the same sections, in the same order", () => {
    const ranks = (text: string) =>
      [...withoutFences(text).matchAll(/^(#+) /gm)].map(([, rank]) => rank);
    expect(ranks(inEnglish).length).toBeGreaterThan(10);
    expect(ranks(inIndonesian)).toEqual(ranks(inEnglish));
  });

  it("have the same commands, in the same order", () => {
    expect(callsIn(inEnglish).length).toBeGreaterThan(15);
    expect(callsIn(inIndonesian)).toEqual(callsIn(inEnglish));
  });

  it("have the same pictures and lead to the same pages, each in its language", () => {
    const targets = (text: string) =>
      [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => to.replace(".id.", "."));
    expect(targets(inIndonesian)).toEqual(targets(inEnglish));
  });

  it("begin the same entry, and show the same outputs", () => {
    const whole = (text: string) =>
      fences(text)
        .map(({ body }) => body)
        .filter((body) => !body.startsWith("    - "));
    expect(whole(inIndonesian)).toEqual(whole(inEnglish));
  });
});

describe("the commands", () => {
  const options = new Map<string, string[]>();
  const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;
  beforeAll(async () => {
    const program = new Command();
    for (const add of Object.values(ours)) await add(program);
    for (const command of program.commands) {
      const own = command.options.flatMap(({ short, long }) => [short ?? "", long ?? ""]);
      options.set(command.name(), own);
    }
  });

  /** Of a call of ours, what there isn't of it. */
  const lackOf = (call: string): string[] => {
    const [, script = "", after = ""] = /npm (?:run (?:--silent )?)?(\S+)(.*)/.exec(call) ?? [];
    if (script === "ci") return [];
    if (!scripts[script]) return [script];
    const [name = "", ...rest] = after
      .replace(" -- ", "")
      .replaceAll(/"[^"]*"/g, "")
      .split(" ");
    const known = options.get(name);
    if (script !== "faq" || !known) return script === "faq" ? [name] : [];
    return rest.filter((word) => word.startsWith("-") && !known.includes(word));
  };

  it.each(texts)("of %s are there, with the options that they are given", (_, text) => {
    const calls = callsIn(text).filter((call) => call.includes("npm "));
    for (const name of ["new", "check", "diff", "words", "counts", "add-language", "schema"]) {
      expect(calls.join("\n")).toContain(`faq -- ${name}`);
    }
    expect(calls.filter((call) => lackOf(call).length > 0)).toEqual([]);
  });

  it.each([
    ["npm run hodl", ["hodl"]],
    ["npm run --silent faq -- chekc", ["chekc"]],
    ["npm run --silent faq -- check --al", ["--al"]],
    ["npm run --silent faq -- counts -x report.html", ["-x"]],
  ])("would not be if they were such as %j", (call, lack) => {
    expect(lackOf(call)).toEqual(lack);
  });
});

describe("the links and files", () => {
  const anchorsOf = (markdown: string) =>
    [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-"),
    );

  it.each([...texts, ["README.md", read("README.md")] as const])(
    "of %s lead somewhere",
    (page, text) => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, to = ""]) => to);
      const dead = links.filter((link) => {
        const [file = "", heading] = link.split("#");
        const target = file === "" ? page : join(dirname(page), file);
        if (!existsSync(join(root, target))) return true;
        return heading !== undefined && !anchorsOf(read(target)).includes(heading);
      });
      expect(links.length).toBeGreaterThan(0);
      expect(dead).toEqual([]);
    },
  );

  it.each(texts)("that %s names are there, but for those that it makes", (_, text) => {
    const named = inCode(text).filter((code) => /^(faq|tests)\/[\w./-]+$/.test(code));
    const made = ["faq/facebook-data/hamburg-order.yaml", "faq/.languages/jv.yaml"];
    expect(named).toEqual(expect.arrayContaining(made));
    const missing = named.filter((path) => !existsSync(join(root, path)));
    expect(missing.filter((path) => !made.includes(path))).toEqual([]);
  });

  it("have pictures with a text in their place, small enough to load on a phone", () => {
    const pictures = [inEnglish, inIndonesian].flatMap((text) => [
      ...text.matchAll(/!\[([^\]]*)\]\((images\/[^)]+)\)/g),
    ]);
    expect(pictures.length).toBe(6);
    for (const [, alt = "", path = ""] of pictures) {
      expect(alt.length, path).toBeGreaterThan(40);
      expect(readFileSync(join(root, "docs", path)).length, path).toBeLessThan(150_000);
    }
    const shown = pictures.map(([, , path = ""]) => path.replace("images/", ""));
    const kept = readdirSync(join(root, "docs/images")).filter((name) => name.startsWith("edit-"));
    expect(kept.sort()).toEqual(shown.sort());
  });
});

describe("the way through", () => {
  const path = "facebook-data/hamburg-order.yaml";
  /** Without the entry that the pages add: somebody may have kept it. */
  const faq = readFaqFolder(join(root, "faq")).filter((file) => file.path !== path);
  const sources = readSources(faq);
  const reminders = sources.entries.find(({ entry }) => entry.id === "reminders")?.entry;
  const entryText = fences(inEnglish).find(({ body }) => body.includes("\nphrasings:"))?.body ?? "";
  const number = nextNumber(sources.entries.map(({ entry }) => entry));
  const beside = faq.filter((file) => /^(bot\.yaml|facebook-data\/)/.test(file.path));
  const problemsWith = (written: string): Problem[] => {
    const text = written.replace(/^number: .*$/m, `number: ${number}`);
    return readSources([...beside, { path, text }]).problems.filter(({ file }) => file === path);
  };

  it("calls the parts of the workshop and of the report by their names", () => {
    const report = { "docs/edit.md": reportInEnglish, "docs/edit.id.md": reportInIndonesian };
    for (const [page, text] of texts) {
      const { ask, changes, findings, previews } = pages[page as keyof typeof pages];
      expect(text).toContain(`"${previews}"`);
      for (const name of [ask, changes, findings]) expect(text).toContain(`**${name}**`);
      expect(text).toContain(`"${report[page as keyof typeof report].lacksTitle}"`);
    }
  });

  it("changes words that stand in the answer", () => {
    expect(inEnglish).toContain(`"${reminders?.question.en}"`);
    expect(inIndonesian).toContain(`"${reminders?.question.id}"`);
    for (const [text, language, words] of [
      [inEnglish, "en", "think it over calmly"],
      [inIndonesian, "id", "dengan tenang"],
    ] as const) {
      expect(text).toContain(`"${words}"`);
      expect(reminders?.answer[language]?.split(words)).toHaveLength(2);
    }
  });

  it("adds three ways of asking that aren't there yet", () => {
    const known = new Set(reminders?.phrasings.map(({ text }) => text));
    for (const [, text] of texts) {
      const added = fences(text).find(({ body }) => body.startsWith("    - "))?.body ?? "";
      const lines = added.split("\n").filter((line) => line !== "");
      expect(lines).toHaveLength(3);
      for (const line of lines) expect(known).not.toContain(line.replace("    - ", ""));
    }
  });

  it("adds an entry that can be used as it stands, under the number that it is given", () => {
    expect(entryText).toContain("\nnumber: ");
    expect(problemsWith(entryText)).toEqual([]);
  });

  it("breaks it, and shows the error that comes of it", () => {
    const broken = entryText.replace("- eu-uk-difference", "- eu-uk-diference");
    const [problem, ...others] = problemsWith(broken);
    if (!problem) throw new Error("The broken entry has no problem.");
    expect(others).toEqual([]);
    const shown = { ...problem, file: `faq/${path}` };
    const outputs = fences(inEnglish).map(({ body }) => body);
    expect(outputs).toContain(`${formatText([shown], false)}1 error, 0 warnings.\n`);
  });

  it("explains a warning as the FAQ itself does", () => {
    const example = fences(inEnglish)
      .find(({ body }) => body.includes("# fine: "))
      ?.body.trim();
    expect(example).toBeDefined();
    expect(faq.some(({ text }) => text.includes(`${example}\n`))).toBe(true);
  });
});
