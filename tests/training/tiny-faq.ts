// The smallest FAQ that can be trained: three entries, small talk, and sentences off the subject.
import { defaultLabels, defaultMessages } from "../../functions/webhook/faq/defaults.ts";
import type { Bot, Entry, Faq, Phrasing } from "../../functions/webhook/faq/faq.ts";

const languages: Bot["languages"] = ["id", "en"];

function phrasings(id: readonly string[], en: readonly string[]): Phrasing[] {
  return [
    ...id.map((text) => ({ text, language: "id" })),
    ...en.map((text) => ({ text, language: "en" })),
  ];
}

function entry(id: string, number: number, asked: Phrasing[]): Entry {
  const texts = { id: `Jawaban ${id}`, en: `Answer ${id}` };
  return {
    id,
    category: "library",
    number,
    question: texts,
    short: texts,
    answer: texts,
    sources: [],
    related: [],
    verified: "",
    phrasings: asked,
  };
}

export const tinyFaq: Faq = {
  bot: {
    languages,
    name: { id: "Pustaka", en: "Library" },
    categories: new Map(),
    messages: defaultMessages(languages),
    labels: defaultLabels(languages),
    smalltalk: [
      {
        kind: "greeting",
        phrasings: phrasings(
          ["halo", "selamat pagi", "hai kak", "assalamualaikum"],
          ["hello", "good morning", "hi there", "hey"],
        ),
        reply: { id: "Halo!", en: "Hello!" },
      },
    ],
  },
  entries: [
    entry(
      "opening-hours",
      1,
      phrasings(
        [
          "jam berapa buka",
          "kapan perpustakaan buka",
          "hari minggu buka tidak",
          "tutup jam berapa",
        ],
        ["when do you open", "opening hours", "are you open on sunday", "what time do you close"],
      ),
    ),
    entry(
      "borrow-books",
      2,
      phrasings(
        [
          "bagaimana cara meminjam buku",
          "pinjam buku berapa lama",
          "boleh pinjam berapa buku",
          "syarat pinjam buku",
        ],
        ["how do I borrow a book", "how many books can I borrow", "loan period", "borrowing rules"],
      ),
    ),
    entry(
      "lost-card",
      3,
      phrasings(
        [
          "kartu anggota saya hilang",
          "kartu hilang bagaimana",
          "ganti kartu anggota",
          "kehilangan kartu perpustakaan",
        ],
        [
          "I lost my card",
          "my library card is gone",
          "replace a lost card",
          "lost membership card",
        ],
      ),
    ),
  ],
  words: {
    slang: new Map([
      ["gmn", "bagaimana"],
      ["jam brp", "jam berapa"],
    ]),
    concepts: new Map([
      ["borrow", ["pinjam", "meminjam", "borrow", "loan"]],
      ["lost", ["hilang", "kehilangan", "lost", "gone"]],
      ["open", ["buka", "open", "opening"]],
    ]),
  },
  offtopic: new Map([
    [
      "unrelated",
      [
        "resep rendang padang",
        "cuaca besok di bandung",
        "harga emas hari ini",
        "how to bake bread",
        "who won the football match",
        "weather tomorrow",
      ],
    ],
  ]),
};
