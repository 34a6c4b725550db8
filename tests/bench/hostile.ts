// What the worst texts that anybody can send cost us, as a ratio to a question in the same run.
import { openFaq } from "../../bin/open-faq.ts";
import { formatTable } from "../../bin/table.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { createResponder } from "../../functions/webhook/respond.ts";
import { pick, seededRandom } from "../../functions/webhook/training/random.ts";
import { quantile } from "./quality/measure.ts";

const question = "apakah wa bisa baca chat saya?";
/** More than is read of any message. */
const manyUnits = 5000;
const randomTexts = 3000;
const rounds = 15;
const measuredAgain = 100;

export function benchHostile(): void {
  const { faq, model, lexicon } = openFaq("faq");
  const respond = createResponder(faq, createMatcher(model, lexicon));
  const answer = (text: string) => void respond({ kind: "text", text });
  for (let n = 0; n < 2000; n++) answer(question);

  const random = seededRandom(1);
  const gallery = galleryOf(model.vocabulary, random);
  const plain = cpuMs(() => answer(question));
  const costs = [...gallery].map(([name, text]) => [name, cpuMs(() => answer(text))] as const);

  const pieces = [...gallery.values()].map((text) => text.slice(0, 400));
  const mixtures = Array.from({ length: randomTexts }, () =>
    fill(() => cut(pick(pieces, random) ?? "", random), manyUnits),
  ).map((text) => ({ text, ms: cpuMs(() => answer(text), 3) }));
  // What looks bad is measured again: with few rounds it may have been the machine.
  const worst = mixtures
    .sort((a, b) => b.ms - a.ms)
    .slice(0, measuredAgain)
    .map(({ text }) => cpuMs(() => answer(text)));
  const rows = [
    ["a question", plain] as const,
    ...costs.sort(([, a], [, b]) => b - a),
    [`${randomTexts} mixtures of these, median`, quantile(ms(mixtures), 0.5)] as const,
    [`${randomTexts} mixtures of these, worst`, Math.max(...worst)] as const,
  ];
  process.stdout.write(
    `${formatTable(
      ["text", "CPU ms", "× a question"],
      rows.map(([name, ms]) => [name, ms.toFixed(2), (ms / plain).toFixed(0)]),
    )}\n`,
  );
}

function ms(costs: readonly { readonly ms: number }[]): number[] {
  return costs.map(({ ms }) => ms);
}

/** The median of some rounds: what the text costs, not what else the machine was doing. */
function cpuMs(work: () => void, times = rounds): number {
  const taken = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return quantile(taken, 0.5);
}

/** Texts that each make one step work as hard as it can. */
function galleryOf(vocabulary: readonly string[], random: () => number): Map<string, string> {
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
  const word = (length: number) => Array.from({ length }, letter).join("");
  const known = () => pick(vocabulary, random) ?? "";
  const misspelt = () => {
    const right = known();
    const at = Math.floor(random() * right.length);
    return right.slice(0, at) + letter() + right.slice(at + 1);
  };
  const anyCharacter = () => String.fromCodePoint(Math.floor(random() * 0xd7ff));
  const spaced = (make: () => string) => fill(() => `${make()} `, manyUnits);
  return new Map([
    ["unknown words", spaced(() => word(4 + Math.floor(random() * 8)))],
    ["unknown words of 24 letters", spaced(() => word(24))],
    ["words of two letters", spaced(() => word(2))],
    ["single letters", spaced(letter)],
    ["one endless word", word(manyUnits)],
    ["known words", spaced(known)],
    ["misspelt words", spaced(misspelt)],
    ["slang", "wa gw bs g ga yg dgn ".repeat(300)],
    ["hashtags", spaced(() => `#${word(90)}`)],
    ["hashtags in capitals", `#${"aB".repeat(manyUnits / 2)}`],
    ["addresses", spaced(() => `a@${word(200)}`)],
    ["almost addresses", spaced(() => `${word(63)}@`)],
    ["almost links", "https://www.".repeat(500)],
    ["phone numbers", "0800-555-123 ".repeat(500)],
    ["three megabytes of digits", "7".repeat(3_000_000)],
    ["three megabytes of spaces", " ".repeat(3_000_000)],
    ["apostrophes", "'".repeat(manyUnits)],
    ["reduplications", "kata2".repeat(1000)],
    ["any characters", fill(anyCharacter, manyUnits)],
    ["two Chinese characters, again and again", spaced(() => `字${anyCharacter()}`)],
    ["a megabyte of combining marks", `a${"\u0301".repeat(1_000_000)}`],
    ["characters that grow eighteenfold", "\ufdfa".repeat(100_000)],
    ["letters that turn into marks", "\uff9e\u0334".repeat(100_000)],
    ["Hangul in parts", "\u1100\u1161\u11a8".repeat(2000)],
    ["lone surrogates", "\ud800".repeat(manyUnits)],
    ["tags and zero-width characters", "\u{e0041}\u200b".repeat(2000)],
  ]);
}

function fill(make: () => string, units: number): string {
  let text = "";
  while (text.length < units) text += make();
  return text;
}

/** Some of a piece, from anywhere in it. */
function cut(piece: string, random: () => number): string {
  const from = Math.floor(random() * piece.length);
  return piece.slice(from, from + 1 + Math.floor(random() * 80));
}
