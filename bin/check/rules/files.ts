// What the files themselves are about: folders, and comments that swallow part of a text.
import type { FaqText } from "../faq-texts.ts";
import { quote, type Rule } from "../rule.ts";
import { inRole } from "../subject.ts";

const emptyCategory: Rule = {
  name: "empty-category",
  why: "A topic without an entry is a button that leads to an empty list.",
  remedy: "Remove it from bot.yaml, correct its name to that of the folder, or add an entry.",
  bad: "categories:\n  visitng: {en: Visiting}   # the folder is named visiting",
  good: "categories:\n  visiting: {en: Visiting}",
  *find({ texts, bot, paths }) {
    const folders = new Set(
      paths.filter((path) => path.includes("/")).map((path) => path.split("/")[0]),
    );
    const file = inRole(texts, "category")[0]?.file;
    for (const category of bot.categories.keys()) {
      if (!file || folders.has(category)) continue;
      yield {
        file,
        path: ["categories", category],
        message: `There is no entry in the folder "${category}".`,
      };
    }
  },
};

const lostToComment: Rule = {
  name: "lost-to-comment",
  why: "In YAML, a # after a space begins a comment, so the rest of the line is not part of the text.",
  remedy: "Put the whole text in double quotes.",
  bad: "- is this true #hoax #whatsapp",
  good: '- "is this true #hoax #whatsapp"',
  *find({ texts }) {
    for (const text of texts) {
      const comment = commentAfter(text);
      if (comment === undefined) continue;
      yield {
        file: text.file,
        path: text.path,
        message: `${quote(text.text)} ends here: "#${comment}" is taken for a comment.`,
      };
    }
  },
};

/** A comment such as nobody writes: one that begins like a hashtag or a number sign. */
function commentAfter({ node, file }: FaqText): string | undefined {
  if (node.type !== "PLAIN") return undefined;
  const rest = file.text.slice(node.range?.[1], node.range?.[2]).split("\n")[0] ?? "";
  return /^[ \t]+#([\p{L}\p{N}][^\n]*)/u.exec(rest)?.[1]?.trimEnd();
}

const lostDash: Rule = {
  name: "lost-dash",
  why: "A dash without a space after it begins no new item: the line is glued to the one above.",
  remedy: "Put a space after the dash, and line it up with the others.",
  bad: "- opening hours\n  -when do you open",
  good: "- opening hours\n- when do you open",
  *find({ texts }) {
    for (const { file, path, node, text } of texts) {
      if (node.type !== "PLAIN" || typeof path.at(-1) !== "number") continue;
      const [found] = /(?<=\n *)-[^\s-][^\n]*/u.exec(file.text.slice(...rangeOf(node))) ?? [];
      if (found === undefined) continue;
      yield {
        file,
        path,
        piece: { text: found.trimEnd(), index: text.indexOf(found.trimEnd()) },
        message: `The dash of ${quote(found.trimEnd())} has no space after it.`,
      };
    }
  },
};

const rangeOf = ({ range }: FaqText["node"]) => [range?.[0] ?? 0, range?.[1] ?? 0] as const;

export const fileRules: readonly Rule[] = [emptyCategory, lostToComment, lostDash];
