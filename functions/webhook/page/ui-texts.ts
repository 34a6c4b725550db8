// The words of the pages themselves: buttons, labels, and what is said when something goes wrong.
import type { Language } from "../faq/faq.ts";

/** Names of the plain texts; the page's elements refer to them in `data-text` and `data-label`. */
export interface UiTexts {
  readonly tagline: string;
  readonly chatTitle: string;
  readonly chatDescription: string;
  readonly skipToQuestion: string;
  readonly language: string;
  readonly allQuestions: string;
  readonly toFaq: string;
  readonly conversation: string;
  readonly yourQuestion: string;
  readonly placeholder: string;
  readonly send: string;
  readonly topics: string;
  readonly privacy: string;
  readonly similar: string;
  readonly you: string;
  readonly waiting: string;
  readonly opensNewTab: string;
  readonly retry: string;
  readonly edit: string;
  readonly offline: string;
  readonly tooLarge: string;
  readonly busy: string;
  readonly failed: string;
  readonly needsScript: string;
  readonly faqTitle: string;
  readonly faqDescription: string;
  readonly contents: string;
  readonly skipToQuestions: string;
  readonly backToContents: string;
  readonly toChat: string;
  readonly linkHere: string;
  readonly similarFound: (count: number) => string;
  readonly tooLong: (excess: number) => string;
}

const indonesian: UiTexts = {
  tagline: "Jawaban yang sudah diperiksa, lengkap dengan sumbernya",
  chatTitle: "tanya dan dapatkan jawaban yang jelas",
  chatDescription: "Tanyakan dengan kata-kata Anda sendiri. Setiap jawaban disertai sumbernya.",
  skipToQuestion: "Langsung ke kolom pertanyaan",
  language: "Bahasa",
  allQuestions: "Semua pertanyaan",
  toFaq: "FAQ",
  conversation: "Percakapan",
  yourQuestion: "Pertanyaan Anda",
  placeholder: "Tulis pertanyaan",
  send: "Kirim",
  topics: "Daftar topik",
  privacy: "Privasi Anda di sini",
  similar: "Pertanyaan yang mirip",
  you: "Anda",
  waiting: "Sedang mencari jawabannya",
  opensNewTab: "membuka tab baru",
  retry: "Coba lagi",
  edit: "Ubah pertanyaan",
  offline: "Sepertinya koneksi internet Anda terputus. Yang barusan belum terkirim.",
  tooLarge: "Pertanyaan ini terlalu panjang untuk saya baca. Bisa tolong disingkat?",
  busy: "Sedang banyak yang bertanya. Tunggu sebentar, lalu coba lagi, ya.",
  failed: "Maaf, ada gangguan di pihak kami, bukan di pihak Anda. Silakan coba lagi.",
  needsScript:
    "Untuk mengobrol di sini, JavaScript perlu diaktifkan. Tanpa itu pun, semua jawaban bisa dibaca di halaman ini:",
  faqTitle: "Semua pertanyaan dan jawaban",
  faqDescription:
    "Semua pertanyaan dan jawaban dalam satu halaman, lengkap dengan sumber dan tanggal pemeriksaannya.",
  contents: "Daftar isi",
  skipToQuestions: "Langsung ke pertanyaan",
  backToContents: "Kembali ke daftar isi",
  toChat: "Chat",
  linkHere: "Tautan ke pertanyaan ini",
  similarFound: (count) => `${count} pertanyaan yang mirip. Tekan panah bawah untuk memilih.`,
  tooLong: (excess) => `Terlalu panjang. Tolong kurangi kira-kira ${excess} karakter.`,
};

const english: UiTexts = {
  tagline: "Checked answers, with their sources",
  chatTitle: "ask, and get a clear answer",
  chatDescription: "Ask in your own words. Every answer comes with its sources.",
  skipToQuestion: "Skip to the question box",
  language: "Language",
  allQuestions: "All questions",
  toFaq: "FAQ",
  conversation: "Conversation",
  yourQuestion: "Your question",
  placeholder: "Type your question",
  send: "Send",
  topics: "List of topics",
  privacy: "Your privacy here",
  similar: "Similar questions",
  you: "You",
  waiting: "Looking for the answer",
  opensNewTab: "opens in a new tab",
  retry: "Try again",
  edit: "Edit the question",
  offline: "You seem to be offline. This hasn't been sent yet.",
  tooLarge: "This question is too long for me to read. Could you shorten it?",
  busy: "A lot of people are asking right now. Please wait a moment and try again.",
  failed: "Sorry, something went wrong on our side, not yours. Please try again.",
  needsScript:
    "Chatting here needs JavaScript. Without it, you can still read every answer on this page:",
  faqTitle: "All questions and answers",
  faqDescription:
    "Every question and answer on one page, with sources and the day each was checked.",
  contents: "Contents",
  skipToQuestions: "Skip to the questions",
  backToContents: "Back to contents",
  toChat: "Chat",
  linkHere: "Link to this question",
  similarFound: (count) =>
    count === 1
      ? "1 similar question. Press the down arrow to choose it."
      : `${count} similar questions. Press the down arrow to choose one.`,
  tooLong: (excess) => `Too long. Please shorten it by about ${excess} characters.`,
};

/** The pages' words in a language; English where we have none. */
export function uiTextsIn(language: Language): UiTexts {
  return language === "id" ? indonesian : english;
}

/** A language's name in itself: `Indonesia`, `English`. */
export function nameOfLanguage(language: Language): string {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}
