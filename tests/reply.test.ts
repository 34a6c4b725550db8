import { describe, expect, it } from "vitest";
import { asText, createReplies } from "../functions/webhook/reply.ts";
import { createTypedKeys } from "../functions/webhook/typed.ts";
import { published } from "./page/fixture.ts";

const replies = createReplies(published, createTypedKeys(published));

function entry(id: string) {
  const found = published.entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`The fixture has no entry ${id}`);
  return found;
}

describe("an answer", () => {
  it("ends with its sources, links each on a line of their own", () => {
    const { text, sources } = replies.answer(entry("join"), "en");
    expect(sources).toBe(
      "Source:\nPeraturan perpustakaan, pasal 3\nhttps://example.org/peraturan#3\nNotice board, November 2026",
    );
    expect(text).toBe(`${entry("join").answer.en}\n\n${sources}`);
  });

  it("names its sources in its own language", () => {
    const { sources } = replies.answer(entry("join"), "id");
    expect(sources).toMatch(/^Sumber:\nPeraturan .*\nPapan pengumuman, November 2026$/s);
  });

  it("has no line about sources where there are none", () => {
    const { text, sources } = replies.answer(entry("return-late"), "en");
    expect(text).toBe("There is no fine; we only remind you.");
    expect(sources).toBe("");
  });

  it("offers what is related, in its own language", () => {
    const { options, optionsTitle } = replies.answer(entry("join"), "en");
    expect(optionsTitle).toBe("Related questions");
    expect(options.map(({ question }) => question)).toEqual([
      "How much does membership cost?",
      "Does my card need renewing?",
    ]);
    expect(options[0]?.choice).toEqual({
      kind: "entry",
      entry: "membership-fee",
      language: "en",
    });
  });

  it("offers three related entries at most", () => {
    const related = ["membership-fee", "renew-card", "how-many-books", "return-late"];
    expect(replies.answer({ ...entry("join"), related }, "id").options).toHaveLength(3);
  });
});

describe("other replies", () => {
  it("a fallback says where else to ask, and shows the topics", () => {
    const { text, options } = replies.fallback("en");
    expect(text).toBe("Sorry, I don't have an answer.\n\nPlease ask the staff.");
    expect(options.map(({ title }) => title)).toEqual(["Membership", "Borrowing", "Visiting"]);
  });

  it("what can't be read is answered in every language where nothing tells which", () => {
    expect(replies.nontext(undefined).text).toBe(
      "Saya hanya bisa membaca teks.\n\nI can only read text.",
    );
    expect(replies.nontext("en").text).toBe("I can only read text.");
  });

  it("a topic shows its questions, from the one asked for on", () => {
    const shown = (from: number) =>
      replies.category("membership", from, "en").options.map(({ question }) => question);
    expect(shown(0)).toHaveLength(3);
    expect(shown(2)).toEqual(["Does my card need renewing?"]);
    expect(replies.category("membership", 0, "en").rest?.(2)).toMatchObject({
      choice: { kind: "category", category: "membership", from: 2, language: "en" },
      title: "More",
    });
  });

  it("a topic that is gone, or has no more questions, shows the menu", () => {
    for (const reply of [
      replies.category("gone", 0, "en"),
      replies.category("membership", 9, "en"),
    ]) {
      expect(reply.text).toBe("These are the topics I can help with:");
      expect(reply.options).toHaveLength(3);
    }
  });
});

describe("a reply as plain text", () => {
  it("is its text alone where there is nothing to choose", () => {
    expect(asText(replies.nontext("en"))).toBe("I can only read text.");
  });

  it("names each option by what to type", () => {
    expect(asText(replies.suggest([entry("how-many-books"), entry("return-late")], "id"))).toBe(
      "Apakah salah satu dari ini?\n\n" +
        "4. Berapa buku yang boleh dipinjam?\n5. Apa yang terjadi jika terlambat mengembalikan?\n\n" +
        "Balas dengan angkanya.",
    );
    expect(asText(replies.fallback("en"))).toBe(
      "Sorry, I don't have an answer.\n\nPlease ask the staff.\n\n" +
        "These are the topics I can help with:\nD. Membership\nE. Borrowing\nF. Visiting\n\n" +
        "Reply with the letter.",
    );
  });
});
