// Poor FAQs: each the good one with one thing that its author would want to be told of.
import { booksFile, type Changes, cardFile, edit, hoursFile } from "./good-faq.ts";

export interface PoorFaq {
  readonly what: string;
  readonly changes: Changes;
  /** Everything that is found: file, line and column, rule. */
  readonly found: readonly string[];
}

/** A long text of words that are none of the FAQ's, the same number of letters each. */
const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(" ");

const inWords = (lines: string): Changes => ({ "words.yaml": lines });
const inOfftopic = (lines: string): Changes => ({ "offtopic.yaml": lines });

export const poorFaqs: readonly PoorFaq[] = [
  // Ways of asking
  {
    what: "four ways of asking in one language",
    changes: edit(hoursFile, [
      "    - visiting schedule\n    - are you there on public holidays\n",
      "",
    ]),
    found: [`${hoursFile}:28:3 few-phrasings`],
  },
  {
    what: "ways of asking that differ in a particle or one word",
    changes: edit(
      booksFile,
      ["batas pinjaman buku", "boleh pinjam berapa bk dong"],
      ["maksimal bawa pulang berapa", "boleh pinjam berapa novel"],
      ["boleh ambil enam novel sekaligus", "boleh pinjam berapa majalah"],
    ),
    found: [`${booksFile}:17:3 alike-phrasings`],
  },
  {
    what: "a phrasing that is another one in slang",
    changes: edit(booksFile, [
      "    - kuota pinjam",
      "    - Batas pinjaman bk dong!\n    - kuota pinjam",
    ]),
    found: [`${booksFile}:22:7 same-words`],
  },
  {
    what: "a phrasing that stands under the wrong entry",
    changes: edit(hoursFile, [
      "    - visiting schedule\n",
      "    - visiting schedule\n    - replace my stolen membership card\n",
    ]),
    found: [`${hoursFile}:33:7 competing`],
  },
  {
    what: "a phrasing without a word",
    changes: edit(cardFile, ["    - reprint the card\n", '    - reprint the card\n    - "???"\n']),
    found: [`${cardFile}:29:7 no-words`],
  },
  {
    what: "an answer without a word",
    changes: edit(cardFile, ["Tell the front desk, and we make you a new one.", '"..."']),
    found: [`${cardFile}:10:7 no-words`],
  },
  {
    what: "an entry that asks what another one asks",
    changes: {
      "visiting/when-to-come.yaml": `question: {id: Pukul berapa saya bisa datang?, en: What time can I come?}
short: {id: Jam kunjung, en: Visiting times}
number: 4
answer: {id: Mulai pagi., en: From the morning on.}
sources: [{title: Sign at the door}]
verified: 2026-11-23
phrasings:
  id:
    - perpustakaan buka dari pukul berapa
    - minggu tutup tidak
    - malam masih bisa datang
    - jadwal kunjungan perpustakaan
    - hari libur nasional buka
  en:
    - what time is the library open
    - shut on sundays
    - open late in the evening
    - the visiting schedule
    - open on public holidays
`,
    },
    found: [
      "visiting/opening-hours.yaml:21:1 swallowed",
      ...[24, 25, 26, 27, 31, 32].map((line) => `visiting/opening-hours.yaml:${line}:7 competing`),
      "visiting/when-to-come.yaml:7:1 swallowed",
      ...[10, 12, 13, 18].map((line) => `visiting/when-to-come.yaml:${line}:7 competing`),
    ],
  },
  {
    what: "a dash that has lost its space",
    changes: edit(cardFile, [
      "    - reprint the card\n",
      "    - reprint the card\n      -print my card anew\n",
    ]),
    found: [`${cardFile}:29:7 lost-dash`],
  },
  {
    what: "a name to be filled in",
    changes: edit(cardFile, ["Tell the front", "Dear {name}, tell the front"]),
    found: [`${cardFile}:10:12 placeholder`],
  },
  {
    what: "a label without its day",
    changes: {
      "bot.yaml": edit("bot.yaml", [
        "smalltalk:",
        'labels: {checked: {id: Diperiksa, en: "Checked {date}"}}\nsmalltalk:',
      ])["bot.yaml"],
    },
    found: ["bot.yaml:10:24 missing-date"],
  },
  {
    what: "a concept without a word",
    changes: inWords("concepts:\n  card: []\n  book: [book, buku]\n"),
    found: ["words.yaml:2:3 single-form"],
  },
  {
    what: "a related entry named twice",
    changes: edit(cardFile, [
      "related: [opening-hours]",
      "related: [opening-hours, opening-hours]",
    ]),
    found: [`${cardFile}:14:26 repeated-related`],
  },
  {
    what: "a phrasing listed twice",
    changes: edit(cardFile, [
      "    - reprint the card\n",
      "    - reprint the card\n    - my card is gone\n",
    ]),
    found: [`${cardFile}:29:7 repeated-phrasing`],
  },
  // The same thing twice
  {
    what: "an off-topic sentence that asks for an entry",
    changes: inOfftopic(
      "weather:\n  - will it rain tomorrow\nother:\n  - Opening hours?\n  - loan quota!\n",
    ),
    found: ["offtopic.yaml:5:5 taught-twice"],
  },
  {
    what: "small talk that is off-topic as well",
    changes: inOfftopic("weather: [will it rain tomorrow, Good morning]\n"),
    found: ["offtopic.yaml:1:34 taught-twice"],
  },
  {
    what: "an off-topic sentence twice",
    changes: inOfftopic("weather:\n  - will it rain tomorrow\n  - Will it rain tomorrow?\n"),
    found: ["offtopic.yaml:3:5 repeated-sentence"],
  },
  {
    what: "one short title for two entries",
    changes: edit(cardFile, ["  en: Lost card", "  en: How many BOOKS"]),
    found: [`${cardFile}:6:7 repeated-short`],
  },
  {
    what: "an answer that says what another one says",
    changes: edit(cardFile, [
      "Tell the front desk, and we make you a new one.",
      "Five books, for just two weeks.",
    ]),
    found: [`${cardFile}:10:7 same-meaning`],
  },
  {
    what: "a question that asks in other words what another one asks",
    changes: edit(cardFile, ["What if I lose my member card?", "How many buku may I borrow?"]),
    found: [`${cardFile}:3:7 competing`, `${cardFile}:3:7 same-meaning`],
  },
  // Languages
  {
    what: "a language with a third of the other's phrasings",
    changes: edit(hoursFile, [
      "    - jadwal kunjungan\n",
      "    - jadwal kunjungan\n    - tiap pagi apa sudah siap\n    - siang hari bagaimana\n    - jam operasional resmi\n    - akhir pekan ada petugas\n    - bulan puasa berubah tidak\n    - mulai melayani tamu kapan\n    - waktu kerja pustakawan\n    - tanggal merah masuk atau tidak\n    - senin sampai jumat saja\n    - pintu depan dikunci saat apa\n    - apa malam takbiran beroperasi\n",
    ]),
    found: [`${hoursFile}:39:3 language-behind`],
  },
  {
    what: "an answer that was never translated",
    changes: edit(cardFile, [
      "Laporkan ke meja depan, lalu kami buatkan yang baru.",
      "Tell the front desk, and we make you a new one.",
    ]),
    found: [`${cardFile}:10:7 not-translated`],
  },
  {
    what: "an amount that was changed in one language",
    changes: edit(
      cardFile,
      ["lalu kami buatkan yang baru.", "lalu bayar 15.000 rupiah, sejak 2021."],
      ["and we make you a new one.", "then pay 12,500 rupiah, since 2021."],
    ),
    found: [`${cardFile}:9:42 figures-differ`, `${cardFile}:10:37 figures-differ`],
  },
  {
    what: "an answer of which half was translated",
    changes: edit(hoursFile, [
      "    On Sundays we are closed.\n",
      `    ${"On Sundays we are closed, and on all public holidays as well. ".repeat(3)}\n`,
    ]),
    found: [`${hoursFile}:9:7 half-translated`],
  },
  {
    what: "an English sentence among the Indonesian ones",
    changes: edit(booksFile, [
      "    - kuota pinjam\n",
      "    - kuota pinjam\n    - how many books can I take home, what if I lose my books\n",
    ]),
    found: [`${booksFile}:23:7 wrong-language`],
  },
  {
    what: "a third language in which the bot has no words",
    changes: {
      "bot.yaml": "languages: [en, jv]\nname: {en: Library, jv: Pustaka}\n",
      [booksFile]: undefined,
      [cardFile]: undefined,
      [hoursFile]: `question: {en: When is the library open?, jv: Jam pira bukak?}
short: {en: Opening hours, jv: Jam bukak}
number: 1
answer: {en: At nine., jv: Jam sanga.}
sources: [{title: Sign at the door}]
verified: 2026-11-23
phrasings:
  en: [what time do you close, open on sunday, until late, visiting schedule, public holidays]
  jv: [tutup jam pira, dina minggu piye, nganti bengi, jadwal dolan, dina prei]
`,
      "words.yaml": undefined,
      "offtopic.yaml": undefined,
    },
    found: ["bot.yaml:1:17 default-words"],
  },
  // Channels
  {
    what: "so many sources that messaging services leave them out",
    changes: edit(cardFile, [
      "    url: https://example.org/cards",
      Array.from(
        { length: 9 },
        (_, n) => `    url: https://example.org/${n}\n  - title: ${words(30)} ${n}`,
      ).join("\n"),
    ]),
    found: [`${cardFile}:11:1 cut-by-channel`, `${cardFile}:31:1 left-out`],
  },
  {
    what: "a topic's title that buttons cut",
    changes: edit("bot.yaml", ["en: Visiting}", "en: Visiting the libraries}"]),
    found: ["bot.yaml:4:34 cut-title"],
  },
  {
    what: "stars that WhatsApp takes for bold",
    changes: edit(hoursFile, ["We open at nine.", "We open *always* at nine."]),
    found: [`${hoursFile}:14:13 accidental-formatting`],
  },
  {
    what: "a full stop without a space that makes a link",
    changes: edit(cardFile, ["desk, and we", "desk.It is there that we"]),
    found: [`${cardFile}:10:22 accidental-formatting`],
  },
  // Writing
  {
    what: "pasted HTML in a block of text",
    changes: edit(hoursFile, ["On Sundays we are closed.", "On Sundays<br>we are closed."]),
    found: [`${hoursFile}:16:15 html`],
  },
  {
    what: "pasted HTML in quotes",
    changes: edit(booksFile, ["Five books, for", "Five&nbsp;books, for"]),
    found: [`${booksFile}:10:12 html`],
  },
  {
    what: "a Markdown link",
    changes: edit(cardFile, [
      "Tell the front desk",
      "Tell the [front desk](https://example.org/desk)",
    ]),
    found: [`${cardFile}:10:16 markdown`],
  },
  {
    what: "a placeholder that was never filled",
    changes: edit(hoursFile, ["We open at nine.", "We open at TODO."]),
    found: [`${hoursFile}:14:16 placeholder`],
  },
  {
    what: "two spaces",
    changes: edit(hoursFile, ["We open at nine.", "We  open at nine."]),
    found: [`${hoursFile}:14:5 double-space`],
  },
  {
    what: "two full stops and a space before a comma",
    changes: edit(cardFile, [
      "desk, and we make you a new one.",
      "desk , and we make you a new one..",
    ]),
    found: [`${cardFile}:10:22 odd-punctuation`, `${cardFile}:10:54 odd-punctuation`],
  },
  {
    what: "an answer that breaks off",
    changes: edit(hoursFile, ["On Sundays we are closed.", "On Sundays we are"]),
    found: [`${hoursFile}:16:19 no-full-stop`],
  },
  {
    what: "a canonical question without its mark",
    changes: edit(hoursFile, ["When is the library open?", "When is the library open"]),
    found: [`${hoursFile}:3:7 no-question-mark`],
  },
  {
    what: "an answer in capitals",
    changes: edit(cardFile, ["Tell the front desk", "TELL THE FRONT DESK"]),
    found: [`${cardFile}:10:7 all-caps`],
  },
  {
    what: "a Cyrillic letter in a Latin word",
    changes: edit(hoursFile, ["On Sundays we are", "On Sund\u0430ys we are"]),
    found: [`${hoursFile}:16:8 mixed-scripts`],
  },
  {
    what: "letters of a wrong encoding",
    changes: edit(cardFile, ["Tell the front desk", "Tell the café desk, itâ€™s there"]),
    found: [`${cardFile}:10:29 broken-encoding`],
  },
  // Links and sources
  {
    what: "a shortened link in an answer",
    changes: edit(hoursFile, ["On Sundays we are closed.", "See https://bit.ly/3abcdef for more."]),
    found: [`${hoursFile}:16:9 short-link`],
  },
  {
    what: "a link to a number",
    changes: edit(booksFile, ["https://example.org/rules", "https://192.0.2.7/rules"]),
    found: [`${booksFile}:13:10 number-host`],
  },
  {
    what: "a link that follows its readers",
    changes: edit(booksFile, ["org/rules", "org/rules?utm_source=chat&page=2"]),
    found: [`${booksFile}:13:10 tracking-link`],
  },
  {
    what: "an address for a source's title",
    changes: edit(booksFile, ["title: Rules of the library", "title: https://example.org/rules"]),
    found: [`${booksFile}:12:12 address-as-title`],
  },
  {
    what: "a source that stands twice",
    changes: edit(hoursFile, [
      "  - title: Sign at the door\n",
      "  - title: Sign at the door\n  - title: Sign at the door\n",
    ]),
    found: [`${hoursFile}:19:12 repeated-source`],
  },
  {
    what: "an address for a source's title in one language",
    changes: edit(booksFile, [
      "title: Rules of the library",
      "title: {id: Peraturan, en: www.example.org/rules}",
    ]),
    found: [`${booksFile}:12:32 address-as-title`],
  },
  {
    what: "a source that stands twice, once with a title for each language",
    changes: edit(hoursFile, [
      "  - title: Sign at the door\n",
      "  - title: Sign at the door\n  - title: {id: Tulisan di pintu, en: Sign at the door}\n",
    ]),
    found: [`${hoursFile}:19:39 repeated-source`],
  },
  {
    what: "no source that stands twice where its title is the same in both languages",
    changes: edit(hoursFile, [
      "title: Sign at the door",
      "title: {id: Sign at the door, en: Sign at the door}",
    ]),
    found: [],
  },
  {
    what: "stars in the title that a source has in one language",
    changes: edit(booksFile, [
      "title: Rules of the library",
      "title: {id: Peraturan *resmi* kami, en: Rules}",
    ]),
    found: [`${booksFile}:12:27 accidental-formatting`],
  },
  {
    what: "an answer without a source",
    changes: edit(hoursFile, ["sources:\n  - title: Sign at the door\n", ""]),
    found: [`${hoursFile}:1:1 no-source`],
  },
  {
    what: "a link that hides its host",
    changes: edit(booksFile, ["https://example.org", "https://example.org@evil.example"]),
    found: [`${booksFile}:13:10 bad-link`],
  },
  // Keeping an entry up
  {
    what: "an answer that was never checked",
    changes: edit(hoursFile, ["verified: 2026-11-23\n", ""]),
    found: [`${hoursFile}:1:1 not-verified`],
  },
  {
    what: "an answer that was checked in the future",
    changes: edit(hoursFile, ["2026-11-23", "2026-12-23"]),
    found: [`${hoursFile}:20:11 verified-later`],
  },
  {
    what: "an answer that was checked long ago",
    changes: edit(hoursFile, ["2026-11-23", "2026-05-30"]),
    found: [`${hoursFile}:20:11 stale`],
  },
  {
    what: "an entry without a number",
    changes: edit(hoursFile, ["number: 1\n", ""]),
    found: [`${hoursFile}:1:1 no-number`],
  },
  {
    what: "a related entry that was renamed",
    changes: edit(hoursFile, ["[how-many-books]", "[how-many-loans]"]),
    found: [`${hoursFile}:19:11 unknown-related`],
  },
  // words.yaml
  {
    what: "slang that is the standard word itself",
    changes: inWords("slang:\n  bk: buku\n  Kartu: kartu\nconcepts:\n  book: [book, buku]\n"),
    found: ["words.yaml:3:10 idle-slang"],
  },
  {
    what: "slang that stands for two things",
    changes: inWords("slang:\n  bk: buku\n  BK: buka\nconcepts:\n  book: [book, buku]\n"),
    found: ["words.yaml:3:7 repeated-slang"],
  },
  {
    what: "a particle that is slang for a word as well",
    changes: inWords('slang:\n  bk: buku\n  bk!: ""\nconcepts:\n  book: [book, buku]\n'),
    found: ["words.yaml:3:8 repeated-slang"],
  },
  {
    what: "slang that becomes slang",
    changes: inWords("slang:\n  bk: buku\n  bk2: bk\nconcepts:\n  book: [book, buku]\n"),
    found: ["words.yaml:3:8 chained-slang"],
  },
  {
    what: "slang that leads nowhere",
    changes: inWords("slang:\n  bk: buku\n  lndry: laundry\n"),
    found: ["words.yaml:3:10 unused-slang"],
  },
  {
    what: "a concept of which nobody speaks",
    changes: inWords("concepts:\n  book: [book, buku]\n  laundry: [laundry, cucian]\n"),
    found: ["words.yaml:3:3 unused-concept"],
  },
  {
    what: "a concept with one form",
    changes: inWords("concepts:\n  book: [buku]\n"),
    found: ["words.yaml:2:3 single-form"],
  },
  {
    what: "a form listed twice",
    changes: inWords("concepts:\n  book: [book, buku, Book]\n"),
    found: ["words.yaml:2:22 repeated-form"],
  },
  // Files and people
  {
    what: "a topic without an entry",
    changes: edit("bot.yaml", ["  borrowing:", "  visitng: {id: Tamu, en: Guests}\n  borrowing:"]),
    found: ["bot.yaml:5:3 empty-category"],
  },
  {
    what: "hashtags that are a comment",
    changes: edit(cardFile, ["    - reprint the card", "    - reprint the card #help #card"]),
    found: [`${cardFile}:28:7 lost-to-comment`],
  },
  {
    what: "somebody's telephone number in a phrasing",
    changes: edit(cardFile, [
      "    - reprint the card",
      "    - reprint the card for 0812-3456-7891 please",
    ]),
    found: [`${cardFile}:28:28 personal-data`],
  },
  {
    what: "somebody's e-mail address off-topic",
    changes: inOfftopic("mail:\n  - write to wati.s@mail.co.id about the rain\n"),
    found: ["offtopic.yaml:2:14 personal-data"],
  },
  {
    what: "notes beside the folders",
    changes: { "notes.yaml": "to do: more entries\n" },
    found: ["notes.yaml:1:1 unknown-file"],
  },
  {
    what: "a hidden character in an answer",
    changes: edit(cardFile, ["Tell the front", "Tell\u200b the front"]),
    found: [`${cardFile}:10:7 hidden-character`],
  },
];
