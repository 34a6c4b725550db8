// A difference in each format, and above all what may stand in a comment that others read.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Compared, compare } from "../../../bin/diff/compare.ts";
import { escapeMarkdown } from "../../../bin/diff/escape-markdown.ts";
import { formatDifference } from "../../../bin/diff/format.ts";
import { commentMark, maxCommentLength } from "../../../bin/diff/format-markdown.ts";
import type { QuestionChange } from "../../../bin/diff/questions.ts";
import { faqOf, matcherThat, sea, sky } from "./two-faqs.ts";

const before = faqOf({ "nature/sky.yaml": sky });
const after = faqOf({ "nature/sky.yaml": sky.replace("blue", "azure"), "nature/sea.yaml": sea });
const skyQuestion = "Which colour is the sky?";

const difference = compare({
  revision: "HEAD~1",
  commit: "0123456789abcdef0123456789abcdef01234567",
  before: { faq: before, matcher: matcherThat({ [skyQuestion]: "sky", "why blue": "sky" }) },
  after: { faq: after, matcher: matcherThat({ [skyQuestion]: "sky", "why blue": ["sea", "sky"] }) },
  labelled: [{ text: "why blue", lang: "en", topic: "sky" }],
});

const unchanged = compare({
  revision: "HEAD",
  commit: "0123456789abcdef0123456789abcdef01234567",
  before: { faq: before, matcher: matcherThat({}) },
  after: { faq: before, matcher: matcherThat({}) },
  labelled: [],
});

describe("as text", () => {
  it("begins with the whole in a sentence, then tells each change from → to", () => {
    const lines = formatDifference(difference, "text").split("\n");
    expect(lines[0]).toBe("HEAD~1 (0123456789) → the working tree");
    expect(lines[2]).toBe(
      "Entries: 1 changed, 1 added. Questions that go otherwise than before: 1 worse.",
    );
    expect(lines.slice(4, 7)).toEqual([
      "Worse (1)",
      '  "why blue" (en; should be sky)',
      "    answers sky (right) → suggests sea, sky",
    ]);
    expect(lines.join("\n")).toContain("answer (en): The sky is [-blue-] {+azure+} on a clear");
    expect(lines).toContain("  nature/sea: Why is the sea salty?");
    expect(lines.join("\n")).toMatch(/^answered rightly +1 +0 +−1$/m);
  });

  it("says so where nothing changed", () => {
    expect(formatDifference(unchanged, "text")).toContain(
      "No entry changed. Every question goes as before.",
    );
  });

  it("shows letters that steer a terminal or turn a line round instead of obeying them", () => {
    const hostile = withWorse(["\u001b[2Jgone \u202Eback\u2028next\rover"]);
    expect(formatDifference(hostile, "text")).toContain("�[2Jgone �back�next�over");
  });
});

it("as JSON is the value itself", () => {
  expect(JSON.parse(formatDifference(difference, "json"))).toEqual(
    JSON.parse(JSON.stringify(difference)),
  );
});

describe("as Markdown", () => {
  it("begins with its mark and the summary, and folds lists away", () => {
    const text = formatDifference(difference, "markdown");
    expect(text.startsWith(`${commentMark}\n### `)).toBe(true);
    expect(plain(text)).toContain("Entries: 1 changed, 1 added. Questions that go otherwise");
    expect(text).toContain("<details open><summary>Worse (1)</summary>\n\n- “why blue” ");
    expect(text).toContain("<del>blue</del> <ins>azure</ins>");
    expect(text).toContain("| answered rightly | 1 | 0 | −1 |");
  });

  it("is cut so that it stays short enough, and says how much more there is", () => {
    const text = formatDifference(withWorse(Array(5000).fill("What? ".repeat(80))), "markdown");
    expect(text.length).toBeLessThan(maxCommentLength);
    expect(text).toMatch(/^- and \d{4} more$/m);
    expect(text).toContain("<summary>Worse (5000)</summary>");
    expect(text).toContain("<summary>Entries changed (1)</summary>\n\n- **sky**");
    expect(text.match(/<details/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
  });

  it.each([
    "</details><script>alert(1)</script>",
    "# big\n---\n| a | b |",
    "<!-- faq diff -->",
    "![x](https://spy.example/a.png) [y](javascript:x) www.spy.example",
    "`code` **bold** _it_ ~~no~~ $x$ <b>",
    "&lt;b&gt; &#60;",
    "- [ ] task\n1. one",
  ])("shows %j as it is written", (text) => {
    const escaped = escapeMarkdown(text);
    expect(escaped).not.toMatch(/[<>`*_[\]|!~$#@(){}\\\n-](?!\d+;)/);
    expect(plain(escaped)).toBe(text.replaceAll("\n", " "));
  });

  it("mentions nobody, and no issue", () => {
    const text = plain(escapeMarkdown("@someone @org/team a@b.example #12 org/repo#3 GH-4"), false);
    expect(text).not.toMatch(/@\w/);
    expect(text).not.toMatch(/#\d/);
    expect(text).not.toMatch(/GH-\d/i);
  });

  it("holds nothing of what others wrote unescaped, wherever it stands", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 30 }), (texts) => {
        const text = formatDifference(everywhere(texts), "markdown");
        expect(text.length).toBeLessThan(maxCommentLength);
        const tags = text.match(/<[^>]*>?/g) ?? [];
        expect(tags.filter((tag) => !ourTags.test(tag))).toEqual([]);
        expect(text).not.toContain("`");
        expect(plain(text, false)).not.toMatch(/@[a-z0-9]/i);
        expect(text.split(commentMark)).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });
});

const ourTags = /^<(!-- faq diff --|details( open)?|\/details|\/?summary|\/?(del|ins)|br)>$/;

const hostileText = fc.oneof(
  fc.string({ maxLength: 600 }),
  fc.constantFrom("@everyone", "<!-- faq diff -->", "</details>", "`", "\n\n# x\n", "![](x)", "&"),
);

it("a FAQ that can't be used is told as its problems, in every format", () => {
  const problem = {
    file: "faq/nature/sky.yaml",
    line: 3,
    column: 5,
    rule: "no-answer",
    severity: "error",
    message: "There is no <answer>.",
    remedy: "Write one.",
  } as const;
  const broken = { kind: "broken", sides: [{ name: "faq", problems: [problem] }] } as const;
  expect(formatDifference(broken, "text")).toBe(
    [
      "faq/nature/sky.yaml:3:5 error: There is no <answer>. Write one. (no-answer)",
      "The FAQ in faq can't be used: 1 problem.",
    ].join("\n"),
  );
  expect(JSON.parse(formatDifference(broken, "json"))).toEqual(broken);
  const markdown = formatDifference(broken, "markdown");
  expect(plain(markdown)).toContain("sky.yaml:3:5 error: There is no <answer>.");
  expect(markdown).toContain("&#60;answer&#62;");
});

/** As a reader sees it: references are letters again. */
function plain(text: string, withoutJoiners = true): string {
  const letters = text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  return withoutJoiners ? letters.replaceAll("\u2060", "") : letters;
}

function questionChange(text: string): QuestionChange {
  return {
    text,
    language: "en",
    origin: "file",
    accepted: ["sky"],
    from: { decision: { kind: "answer", entry: "sky" }, outcome: "right" },
    to: { decision: { kind: "fallback" }, outcome: "missed" },
  };
}

function withWorse(texts: readonly string[]): Compared {
  return {
    ...difference,
    questions: { ...difference.questions, worse: texts.map(questionChange) },
  };
}

/** These texts in every place that holds what others wrote. */
function everywhere(texts: readonly string[]): Compared {
  const [first = ""] = texts;
  const words = texts.map((text, at) => ({
    kind: (["same", "removed", "added"] as const)[at % 3] ?? "same",
    text,
  }));
  const bot = texts.map((what) => ({ what, language: first, words }));
  const names = texts.map((text) => ({ id: text, category: text, question: text }));
  const asked = texts.map(
    (text): QuestionChange => ({
      text,
      language: text,
      origin: "file",
      accepted: [text],
      from: { decision: { kind: "suggest", entries: [text, text] }, outcome: "suggested" },
      to: { decision: { kind: "smalltalk", smalltalk: text }, outcome: "missed" },
    }),
  );
  return {
    ...difference,
    before: { revision: first, commit: first, wasThere: true },
    notes: [first],
    bot,
    entries: {
      added: names,
      removed: names,
      renamed: texts.map((text) => ({ from: text, to: text })),
      changed: texts.map((text) => ({
        id: text,
        texts: bot,
        sources: {
          removed: [{ title: text, url: text }],
          added: [{ title: text, language: text }],
        },
        values: [{ what: "related", from: text, to: text }],
        phrasings: { removed: 1, added: 2 },
      })),
    },
    questions: { ...difference.questions, worse: asked, better: asked, other: asked },
  };
}
