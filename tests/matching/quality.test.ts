import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "../../bin/evaluation/evaluate.ts";
import { judge } from "../../bin/evaluation/judge.ts";
import { readLabelled } from "../../bin/evaluation/labelled.ts";
import { openFaq, readGoodFaq } from "../../bin/open-faq.ts";
import { decide } from "../../functions/webhook/matching/decide.ts";
import { createMatcher, type Matcher } from "../../functions/webhook/matching/matcher.ts";
import { readBank } from "../../functions/webhook/training/bank.ts";
import { judgeFold, makeFolds } from "../../functions/webhook/training/folds.ts";
import { recipe } from "../../functions/webhook/training/recipe.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { clincSample } from "../bench/clinc-sample.ts";

const faqFolder = join(import.meta.dirname, "../../faq");
const questions = join(import.meta.dirname, "../../../shared/content/questions-dev.jsonl");
const clinc = clincSample(10);

const lookAlikes = [
  { plain: "apakah wa bisa baca chat saya?", entry: "personal-messages" },
  { plain: "will my account be deleted on may 15", entry: "account-deletion" },
  { plain: "kapan kebijakan baru whatsapp berlaku", entry: "effective-date" },
  { plain: "bagaimana cara hapus akun whatsapp saya sendiri", entry: "delete-my-account" },
  { plain: "is my location shared with facebook", entry: "location-sharing" },
  { plain: "apa itu enkripsi end to end", entry: "end-to-end-encryption" },
];

const opposites = [
  { asked: "apa yang terjadi bila pengguna setuju?", opposite: "not-accepting" },
  { asked: "apa yang terjadi bila pengguna tidak setuju?", opposite: "what-accepting-means" },
  { asked: "what happens to those who agree", opposite: "not-accepting" },
  { asked: "what happens to those who won't agree", opposite: "what-accepting-means" },
  { asked: "saya mau menghapus akun saya", opposite: "account-deletion" },
  { asked: "akun saya mau dihapus whatsapp?", opposite: "delete-my-account" },
  { asked: "how do I delete my account", opposite: "account-deletion" },
  { asked: "will they delete my account", opposite: "delete-my-account" },
  { asked: "sudah terlanjur setuju, bisa batal?", opposite: "accept-later" },
  { asked: "lewat tanggal 15 masih bisa setuju?", opposite: "already-accepted" },
];

const cyrillic: Readonly<Record<string, string>> = {
  ...{ a: "а", c: "с", e: "е", i: "і", j: "ј", o: "о", p: "р", s: "ѕ", x: "х", y: "у" },
};

/** The text with each letter that has a Cyrillic twin replaced, one letter at a time and all. */
function writtenOtherwise(text: string): string[] {
  const letters = Object.keys(cyrillic).filter((letter) => text.includes(letter));
  const one = letters.map((letter) => text.replaceAll(letter, cyrillic[letter] ?? letter));
  return [...one, text.replace(/[a-z]/g, (letter) => cyrillic[letter] ?? letter)];
}

const wide = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
const struck = (letter: string) => `${letter}\u0336\u0301`;

describe("the engine on this FAQ", () => {
  let matcher: Matcher;
  beforeAll(() => {
    const { model, lexicon } = openFaq(faqFolder);
    matcher = createMatcher(model, lexicon);
  });
  const decided = (text: string) => {
    const match = matcher.match(text);
    return { language: match.language, ...decide(match, matcher.model.thresholds) };
  };

  it("answers in the language of the question", () => {
    expect(decided("apakah wa bisa baca chat saya?")).toEqual({
      language: "id",
      kind: "answer",
      entry: "personal-messages",
    });
    expect(decided("will my account be deleted on may 15")).toEqual({
      language: "en",
      kind: "answer",
      entry: "account-deletion",
    });
  });

  it.each(["bacot", "woi", "gpp", "sdfsdf", "ok", "backup", "hoax", "signal"])(
    "stays with the page's language for %j, which tells little of its own",
    (text) => expect(matcher.match(text, "id").language).toBe("id"),
  );

  it("doesn't answer what the FAQ doesn't cover", () => {
    expect(decided("gmn cara ganti nada dering wa").kind).toBe("fallback");
  });

  it.each(opposites)("never answers $asked with $opposite", ({ asked, opposite }) => {
    const decision = decided(asked);
    expect(decision.kind === "answer" && decision.entry).not.toBe(opposite);
  });

  it.each(lookAlikes)("may miss $plain in look-alike letters, but answers nothing else", (pair) => {
    const answered = (text: string) => {
      const decision = decided(text);
      return decision.kind === "answer" ? decision.entry : undefined;
    };
    expect(answered(pair.plain)).toBe(pair.entry);
    for (const written of writtenOtherwise(pair.plain)) {
      expect([pair.entry, undefined]).toContain(answered(written));
    }
    // Wide, decorated and over-marked letters are plain ones to us.
    for (const written of [
      pair.plain.replace(/[a-z]/g, wide),
      pair.plain.replace(/[a-z]/g, struck),
    ])
      expect(answered(written)).toBe(pair.entry);
  });

  it.skipIf(!existsSync(questions))(
    "reaches its goals on labelled questions (skipped where the file is absent)",
    () => {
      const judgements = readLabelled(readFileSync(questions, "utf8")).map((question) =>
        judge(question, matcher),
      );
      const scores = evaluate(judgements, matcher.model.languages);
      const { inScope, outOfScope } = scores;
      console.log(
        `top-1 ${scores.top1.toFixed(3)}, top-3 ${scores.top3.toFixed(3)}, right ${inScope.answeredRight}, wrong ${inScope.answeredWrong} of ${inScope.n}; answered ${outOfScope.answered} of ${outOfScope.n} off-topic; language ${scores.languageRight.toFixed(3)}`,
      );
      expect(scores.top1).toBeGreaterThanOrEqual(0.96);
      expect(scores.top3).toBeGreaterThanOrEqual(0.99);
      expect(inScope.answeredRight / inScope.n).toBeGreaterThanOrEqual(0.92);
      expect(inScope.answeredWrong / inScope.n).toBeLessThanOrEqual(0.015);
      expect(outOfScope.answered / outOfScope.n).toBeLessThanOrEqual(0.03);
      expect(scores.languageRight).toBeGreaterThanOrEqual(0.99);
    },
  );

  it("ranks the right entry first for most phrasings that it was not trained on", () => {
    const { faq } = readGoodFaq(faqFolder);
    const bank = readBank(faq);
    const [fold] = makeFolds(bank, 5, 1);
    if (!fold) throw new Error("There is no fold");
    const judged = judgeFold(bank, fold, faq.words, recipe, { epochs: 6 }).filter(
      (row) => row.isInScope,
    );
    const right = judged.filter((row) => row.isRight).length / judged.length;
    console.log(`right first for ${right.toFixed(3)} of ${judged.length} held-out phrasings`);
    expect(right).toBeGreaterThanOrEqual(0.7);
  });
});

describe.skipIf(!clinc)("the engine on CLINC150 (skipped where the file is absent)", () => {
  it("ranks the right intent first for three in four questions, with ten phrasings each", () => {
    if (!clinc) throw new Error("skipped");
    const { model, lexicon } = train(clinc.faq);
    const matcher = createMatcher(model, lexicon);
    const right = clinc.validation.filter(
      ({ text, intent }) => matcher.match(text).candidates[0]?.entry === intent,
    ).length;
    console.log(`CLINC150 top-1 ${(right / clinc.validation.length).toFixed(3)}`);
    expect(right / clinc.validation.length).toBeGreaterThanOrEqual(0.75);
  });
});
