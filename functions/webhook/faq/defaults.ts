// The bot's words where a FAQ has none of its own, so that a folder of bare entries already talks.
import type { Bot, LabelName, MessageName, Texts } from "./faq.ts";

const messages: Readonly<Record<MessageName, Texts>> = {
  welcome: { id: "Halo! Silakan bertanya.", en: "Hello! Ask me a question." },
  menu: { id: "Topik yang bisa ditanyakan:", en: "Topics you can ask about:" },
  category: { id: "Pertanyaan di topik ini:", en: "Questions in this topic:" },
  suggest: {
    id: "Saya kurang yakin maksudnya. Apakah salah satu dari ini?",
    en: "I'm not sure what you mean. Is it one of these?",
  },
  fallback: {
    id: "Maaf, saya tidak punya jawabannya.",
    en: "Sorry, I don't have an answer to that.",
  },
  handoff: { id: "Silakan tanyakan ke sumber resminya.", en: "Please ask the official source." },
  nontext: { id: "Saya hanya bisa membaca teks.", en: "I can only read text." },
  thanks: { id: "Sama-sama.", en: "You're welcome." },
  helpful: { id: "Terima kasih.", en: "Thank you." },
  unhelpful: {
    id: "Terima kasih. Coba tanyakan dengan kalimat lain.",
    en: "Thank you. Try asking in other words.",
  },
  privacy: {
    id: "Yang Anda tulis tidak disimpan; yang dihitung adalah jawaban mana yang diberikan.",
    en: "What you write is not kept; what is counted is which answer was given.",
  },
};

const labels: Readonly<Record<LabelName, Texts>> = {
  source: { id: "Sumber", en: "Source" },
  related: { id: "Pertanyaan terkait", en: "Related questions" },
  reply: { id: "Balas dengan angkanya.", en: "Reply with the number." },
  letter: { id: "Balas dengan hurufnya.", en: "Reply with the letter." },
  options: { id: "Lihat pilihan", en: "See options" },
  more: { id: "Lainnya", en: "More" },
  checked: { id: "Diperiksa {date}", en: "Checked {date}" },
  feedback: { id: "Apakah ini membantu?", en: "Did this help?" },
  helpful: { id: "👍 Membantu", en: "👍 It helped" },
  unhelpful: { id: "👎 Belum", en: "👎 Not really" },
};

export const defaultMessages = (languages: Bot["languages"]) => inLanguages(messages, languages);
export const defaultLabels = (languages: Bot["languages"]) => inLanguages(labels, languages);

function inLanguages<Name extends string>(
  words: Readonly<Record<Name, Texts>>,
  languages: Bot["languages"],
): Record<Name, Texts> {
  const entries = Object.entries<Texts>(words).map(([name, texts]) => [
    name,
    Object.fromEntries(languages.map((language) => [language, texts[language] ?? texts.en ?? ""])),
  ]);
  return Object.fromEntries(entries);
}
