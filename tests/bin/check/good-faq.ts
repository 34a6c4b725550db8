// A FAQ of three entries that has everything a FAQ can have, and nothing for the linter to find.
import type { FaqFile } from "../../../functions/webhook/faq/yaml.ts";

export const hoursFile = "visiting/opening-hours.yaml";
export const booksFile = "borrowing/how-many-books.yaml";
export const cardFile = "borrowing/lost-card.yaml";

/** When the tests are: shortly after the answers were checked. */
export const today = "2026-11-27";

const good: Readonly<Record<string, string>> = {
  "bot.yaml": `languages: [id, en]
name: {id: Pustaka, en: Library}
categories:
  visiting: {id: Berkunjung, en: Visiting}
  borrowing: {id: Meminjam, en: Borrowing}
messages:
  welcome:
    id: Halo, silakan bertanya.
    en: Hello, please ask.
smalltalk:
  greeting:
    phrasings:
      id: [halo, selamat pagi]
      en: [hello, good morning]
    reply: {id: Halo juga., en: Hello to you.}
`,
  [hoursFile]: `question:
  id: Jam berapa perpustakaan buka?
  en: When is the library open?
short:
  id: Jam buka
  en: Opening hours
number: 1
answer:
  id: |-
    Kami buka pukul sembilan.

    Pada hari Minggu kami tutup.
  en: |-
    We open at nine.

    On Sundays we are closed.
sources:
  - title: Sign at the door
related: [how-many-books]
verified: 2026-11-23
phrasings:
  id:
    - buka dari pukul berapa
    - hari minggu tutup atau tidak
    - sampai malam masih bisa datang
    - jadwal kunjungan
    - libur nasional tetap melayani
  en:
    - what time do you close
    - open on sunday or shut
    - until late in the evening
    - visiting schedule
    - are you there on public holidays
`,
  [booksFile]: `question:
  id: Berapa buku yang boleh dipinjam?
  en: How many books may I borrow?
short:
  id: Banyak buku
  en: How many books
number: 2
answer:
  id: "Lima buku, selama dua minggu."
  en: "Five books, for two weeks."
sources:
  - title: Rules of the library
    url: https://example.org/rules
related: [opening-hours]
verified: 2026-11-23
phrasings:
  id:
    - batas pinjaman buku
    - maksimal bawa pulang berapa
    - boleh ambil enam novel sekaligus
    - jumlah bacaan per anggota
    - kuota pinjam
  en:
    - borrowing limit
    - maximum number of loans
    - can I take six novels home
    - books per member
    - loan quota
`,
  [cardFile]: `question:
  id: Bagaimana kalau kartu anggota hilang?
  en: What if I lose my member card?
short:
  id: Kartu hilang
  en: Lost card
number: 3
answer:
  id: Laporkan ke meja depan, lalu kami buatkan yang baru.
  en: Tell the front desk, and we make you a new one.
sources:
  - title: Rules of the library
    url: https://example.org/cards
related: [opening-hours]
verified: 2026-11-23
phrasings:
  id:
    - kartu saya lenyap
    - ganti kartu baru
    - kehilangan tanda pengenal
    - dompet dicuri beserta kartunya
    - cetak ulang kartu anggota
  en:
    - my card is gone
    - replace a stolen card
    - need a new membership card
    - someone took my wallet
    - reprint the card
`,
  "words.yaml": `slang:
  bk: buku
  dong: ""
concepts:
  book: [book, books, buku]
`,
  "offtopic.yaml": `weather:
  - apakah besok hujan
  - will it rain tomorrow
`,
};

export type Changes = Readonly<Record<string, string | undefined>>;

/** The files of the good FAQ, some of them changed, added or (with `undefined`) left out. */
export function faqFiles(changes: Changes = {}): FaqFile[] {
  return Object.entries({ ...good, ...changes })
    .flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** One file of the good FAQ with parts of its text replaced. */
export function edit(
  path: string,
  ...replacements: readonly [part: string, by: string][]
): Changes {
  let text = good[path] ?? "";
  for (const [part, by] of replacements) {
    if (!text.includes(part)) throw new Error(`${path} does not hold ${part}`);
    text = text.replace(part, () => by);
  }
  return { [path]: text };
}
