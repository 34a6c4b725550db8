// An invented FAQ, of a small library, to show on the pages under test.
import type { Entry, Faq, Texts } from "../../functions/webhook/faq/faq.ts";
import { publish } from "../../functions/webhook/faq/published.ts";

const pair = (id: string, en: string): Texts => ({ id, en });

const entry = (
  number: number,
  id: string,
  category: string,
  question: Texts,
  answer: Texts,
  more: Partial<Entry> = {},
): Entry => ({
  id,
  category,
  number,
  question,
  short: question,
  answer,
  sources: [],
  related: [],
  verified: "2026-11-23",
  phrasings: [{ text: `phrasing of ${id}`, language: "id" }],
  ...more,
});

export const faq: Faq = {
  bot: {
    languages: ["id", "en"],
    name: pair("Pustaka", "Pustaka"),
    categories: new Map([
      ["membership", pair("Keanggotaan", "Membership")],
      ["borrowing", pair("Peminjaman", "Borrowing")],
      ["visiting", pair("Berkunjung", "Visiting")],
    ]),
    messages: {
      welcome: pair(
        "Halo, saya Pustaka. Saya menjawab pertanyaan tentang perpustakaan ini.\n\nSilakan tanya dengan kata-kata Anda sendiri, atau pilih dari daftar.",
        "Hello, I'm Pustaka. I answer questions about this library.\n\nAsk in your own words, or choose from the list.",
      ),
      menu: pair("Ini topik yang bisa saya jawab:", "These are the topics I can help with:"),
      category: pair("Pertanyaan dalam topik ini:", "Questions in this topic:"),
      suggest: pair("Apakah salah satu dari ini?", "Is it one of these?"),
      fallback: pair("Maaf, saya tidak punya jawabannya.", "Sorry, I don't have an answer."),
      handoff: pair("Silakan tanya petugas.", "Please ask the staff."),
      nontext: pair("Saya hanya bisa membaca teks.", "I can only read text."),
      thanks: pair("Sama-sama.", "You're welcome."),
      helpful: pair("Terima kasih.", "Thank you."),
      unhelpful: pair("Coba dengan kata lain.", "Try other words."),
      privacy: pair("Yang Anda tulis tidak disimpan.", "What you write is not stored."),
    },
    labels: {
      source: pair("Sumber", "Source"),
      related: pair("Pertanyaan terkait", "Related questions"),
      reply: pair("Balas dengan angkanya.", "Reply with the number."),
      letter: pair("Balas dengan hurufnya.", "Reply with the letter."),
      options: pair("Lihat pilihan", "See options"),
      more: pair("Lainnya", "More"),
      checked: pair("Diperiksa {date}", "Checked {date}"),
      feedback: pair("Membantu?", "Did this help?"),
      helpful: pair("Ya", "Yes"),
      unhelpful: pair("Belum", "Not yet"),
    },
    smalltalk: [],
  },
  entries: [
    entry(
      1,
      "join",
      "membership",
      pair("Bagaimana cara menjadi anggota?", "How do I become a member?"),
      pair(
        "Bawa kartu identitas ke meja depan dan isi satu formulir. Kartunya langsung jadi.\n\nAnak di bawah 12 tahun mendaftar bersama orang tua.",
        "Bring an identity card to the front desk and fill in one form. Your card is made at once.\n\nChildren under 12 register with a parent.",
      ),
      {
        sources: [
          {
            title: pair("Peraturan perpustakaan, pasal 3", "Peraturan perpustakaan, pasal 3"),
            url: "https://example.org/peraturan#3",
          },
          { title: pair("Papan pengumuman, November 2026", "Notice board, November 2026") },
        ],
        related: ["membership-fee", "renew-card"],
      },
    ),
    entry(
      2,
      "membership-fee",
      "membership",
      pair("Berapa biaya keanggotaan?", "How much does membership cost?"),
      pair(
        "Keanggotaan gratis untuk semua warga.",
        "Membership is free for everyone who lives here.",
      ),
      { related: ["join"] },
    ),
    entry(
      3,
      "renew-card",
      "membership",
      pair("Apakah kartu anggota perlu diperpanjang?", "Does my card need renewing?"),
      pair(
        "Ya, setiap dua tahun. Lihat https://example.org/kartu.",
        "Yes, every two years. See https://example.org/card.",
      ),
    ),
    entry(
      4,
      "how-many-books",
      "borrowing",
      pair("Berapa buku yang boleh dipinjam?", "How many books may I borrow?"),
      pair("Lima buku sekaligus, selama dua minggu.", "Five books at a time, for two weeks."),
      { related: ["return-late"] },
    ),
    entry(
      5,
      "return-late",
      "borrowing",
      pair(
        "Apa yang terjadi jika terlambat mengembalikan?",
        "What happens if I return a book late?",
      ),
      pair("Tidak ada denda; kami hanya mengingatkan.", "There is no fine; we only remind you."),
    ),
    entry(
      6,
      "opening-hours",
      "visiting",
      pair("Kapan perpustakaan buka?", "When is the library open?"),
      pair("Setiap hari pukul 9 sampai 20.", "Every day from 9 to 20."),
      { verified: "" },
    ),
    entry(
      7,
      "bring-food",
      "visiting",
      pair("Bolehkah membawa makanan?", "May I bring food?"),
      pair("Boleh di teras, tidak di ruang baca.", "On the terrace yes, in the reading room no."),
    ),
  ],
  words: { slang: new Map(), concepts: new Map() },
  offtopic: new Map(),
};

export const published = publish(faq);
