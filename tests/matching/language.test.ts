import { describe, expect, it } from "vitest";
import { createLanguageIdentifier } from "../../functions/webhook/matching/language.ts";
import { trainLanguage } from "../../functions/webhook/training/language.ts";

const sentences = {
  id: ["apakah pesan saya aman", "berapa buku yang boleh saya pinjam", "kapan saya harus setuju"],
  en: ["are my messages safe", "how many books may I borrow", "when do I have to accept"],
  fr: ["est ce que mes messages sont en sécurité", "combien de livres puis je emprunter"],
};
type Known = keyof typeof sentences;

function modelOf(...languages: readonly Known[]) {
  const examples = languages.flatMap((language) =>
    sentences[language].map((text) => ({ typed: text.split(" "), words: [], language, class: 0 })),
  );
  // Each sentence twice: what is seen only once is left out.
  return trainLanguage([...examples, ...examples], languages);
}

const model = modelOf("id", "en");
const languageOf = createLanguageIdentifier(["id", "en"], model);
const languageIn = (text: string, hint?: string) =>
  languageOf(text.split(" ").filter(Boolean), hint);

describe("the language of a message", () => {
  it("is told from its words", () => {
    expect(languageIn("apakah buku saya aman")).toBe("id");
    expect(languageIn("may I accept messages")).toBe("en");
  });

  it("is told from the letters of words nobody has seen", () => {
    expect(languageIn("bolehkah meminjamkan bukunya")).toBe("id");
    expect(languageIn("messaging bookish")).toBe("en");
  });

  it("is the same when it is asked again", () => {
    for (const text of ["apakah buku saya aman", "may I accept messages", "messaging bookish"]) {
      expect(languageIn(text)).toBe(languageIn(text));
    }
  });

  it("is the first one, or the hint, where nothing tells", () => {
    expect(languageIn("")).toBe("id");
    expect(languageIn("", "en")).toBe("en");
    expect(languageIn("東京")).toBe("id");
    expect(languageIn("東京", "en")).toBe("en");
  });

  it("follows clear words, whatever the hint", () => {
    expect(languageIn("apakah pesan saya aman", "en")).toBe("id");
    expect(languageIn("are my messages safe", "id")).toBe("en");
  });

  it("is not told from digits, nor from what stands for a long number", () => {
    for (const text of ["<number>", "2021", "200 <number>"]) {
      expect(languageIn(text)).toBe("id");
      expect(languageIn(text, "en")).toBe("en");
    }
    expect(languageIn("kapan <number>", "en")).toBe(languageIn("kapan", "en"));
  });

  it("stays with the hint where one word or its letters lean elsewhere", () => {
    for (const text of ["mean", "booking"]) {
      expect(languageIn(text)).toBe("en");
      expect(languageIn(text, "id")).toBe("id");
    }
  });

  it("doesn't mind a hint that the bot doesn't speak", () => {
    expect(languageIn("are my messages safe", "xx")).toBe("en");
    expect(languageIn("", "xx")).toBe("id");
  });

  it("is the likeliest of three, not the first that beats the hint", () => {
    const languages = ["id", "en", "fr"] as const;
    const ofThree = createLanguageIdentifier(languages, modelOf(...languages));
    const french = "combien de messages sont en sécurité".split(" ");
    expect(ofThree(french)).toBe("fr");
    expect(ofThree(french, "id")).toBe("fr");
  });
});
