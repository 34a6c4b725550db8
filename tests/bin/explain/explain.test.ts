// What is said of a message agrees with what the bot does with it.
import { describe, expect, it } from "vitest";
import { createExplanations } from "../../../bin/explain/explain.ts";
import { publish } from "../../../functions/webhook/faq/published.ts";
import { softmax } from "../../../functions/webhook/matching/linear.ts";
import { createMatcher } from "../../../functions/webhook/matching/matcher.ts";
import { train } from "../../../functions/webhook/training/train.ts";
import { tinyFaq } from "../../training/tiny-faq.ts";

const trained = train(tinyFaq);
const explain = createExplanations(publish(tinyFaq), trained);
const matcher = createMatcher(trained.model, trained.lexicon);

const texts = ["jam brp buka", "kehilngan kartu perpstakaan", "halo", "resep rendang", "loan"];

describe("an explanation", () => {
  it.each(texts)("has the scores of the match: %s", (text) => {
    const { entries, confidence, reach, subject, language } = explain(text);
    const match = matcher.match(text);
    expect({ confidence, reach, subject, language }).toEqual({
      confidence: match.confidence,
      reach: match.reach,
      subject: match.subject,
      language: match.language,
    });
    expect(entries.map(({ entry, score }) => ({ entry, score }))).toEqual(match.candidates);
  });

  it.each(texts)("has logits that give those scores: %s", (text) => {
    // The tiny FAQ has three entries, so all of them are explained.
    const { entries, offtopic, smalltalk } = explain(text);
    const logits = entries.map(({ logit }) => logit);
    softmax(logits).forEach((score, at) => {
      expect(score).toBeCloseTo(entries[at]?.score ?? 0, 9);
    });
    const [chat = 0, off = 0] = softmax([smalltalk?.logit ?? 0, offtopic.logit, ...logits]);
    expect(chat).toBeCloseTo(smalltalk?.share ?? 0, 9);
    expect(off).toBeCloseTo(offtopic.share, 9);
  });

  it("tells slang, concepts, and words nobody has seen with their corrections", () => {
    expect(explain("gmn kehilngan xyzzy")).toMatchObject({
      words: {
        typed: ["gmn", "kehilngan", "xyzzy"],
        standard: ["bagaimana", "kehilngan", "xyzzy"],
        corrected: ["bagaimana", "kehilangan", "xyzzy"],
      },
      slang: [{ slang: "gmn", standard: "bagaimana" }],
      concepts: [{ concept: "lost", words: "kehilangan" }],
      unknown: [
        { word: "kehilngan", corrected: "kehilangan", concepts: [] },
        { word: "xyzzy", corrected: undefined, concepts: [] },
      ],
    });
  });

  it("tells a repeated word once", () => {
    const { concepts, unknown } = explain("buka buka xyzzy xyzzy");
    expect(concepts).toHaveLength(1);
    expect(unknown).toHaveLength(1);
  });

  it("tells which concept an unseen word names all the same", () => {
    const words = {
      ...tinyFaq.words,
      concepts: new Map([...tinyFaq.words.concepts, ["lend", ["rent out", "xyzzy"]]]),
    };
    const faq = { ...tinyFaq, words };
    const { unknown } = createExplanations(publish(faq), train(faq))("rent out xyzzy");
    expect(unknown.find(({ word }) => word === "rent")?.concepts).toEqual(["lend"]);
    expect(unknown.find(({ word }) => word === "xyzzy")?.concepts).toEqual(["lend"]);
  });

  it("knows a choice from the menu", () => {
    expect(explain("2").choice).toMatchObject({ kind: "entry", entry: "borrow-books" });
    expect(explain("pinjam buku").choice).toBeUndefined();
  });

  it("explains no entry where there are no words", () => {
    expect(explain("😂")).toMatchObject({ hasWords: false, entries: [] });
  });
});
