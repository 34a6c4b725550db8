// A printed command can be pasted: the shell hands over the very text, and runs nothing in it.
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { commandIn } from "../../bin/edit/command-in.ts";
import { shellWord } from "../../bin/shell-word.ts";

const texts = [
  "faq/visiting",
  "",
  "my faq",
  "it's $HOME",
  "`id`",
  "$(id)",
  'say "yes"',
  "a\\b",
  "wow!",
  "a;b&c|d>e*?",
  "two\nlines",
];

it("is one word for a shell, and the same text", () => {
  const words = texts.map(shellWord).join(" ");
  const got = execFileSync("sh", ["-c", `printf '%s\\0' ${words}`], { encoding: "utf8" });
  expect(got.split("\0").slice(0, -1)).toEqual(texts);
});

it("stands bare where it may, in quotation marks where they do, else in apostrophes", () => {
  expect(texts.slice(0, 4).map(shellWord)).toEqual([
    "faq/visiting",
    '""',
    '"my faq"',
    "'it'\\''s $HOME'",
  ]);
});

it("names the folder in a command about a FAQ", () => {
  expect(commandIn("$HOME's faq", "check")).toMatch(/ -- --faq '\$HOME'\\''s faq' check$/);
});
