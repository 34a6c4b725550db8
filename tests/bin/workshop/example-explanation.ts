// An invented explanation of how a question is answered.
import type { Explanation } from "../../../bin/explain/explain.ts";

export function exampleExplanation(text: string): Explanation {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  const standard = typed.map((word) => (word === "bku" ? "buku" : word));
  const entries = ["return-late", "how-many-books", "join", "renew-card", "opening-hours"];
  return {
    choice: undefined,
    words: {
      typed,
      standard,
      corrected: standard.map((word) => (word === "telaat" ? "telat" : word)),
    },
    slang: [
      { slang: "bku", standard: "buku" },
      { slang: "dong", standard: "" },
    ],
    concepts: [{ concept: "late", words: "telat" }],
    unknown: [
      { word: "telaat", corrected: "telat", concepts: ["late"] },
      { word: "zorp", corrected: undefined, concepts: [] },
    ],
    language: "id",
    hasWords: true,
    subject: 0.92,
    decision: { kind: "answer", entry: "return-late" },
    confidence: 0.66,
    reach: 0.89,
    thresholds: { answer: 0.3, suggest: 0.2 },
    entries: entries.map((entry, at) => ({
      entry,
      score: [0.72, 0.2, 0.05, 0.02, 0.01][at] ?? 0,
      logit: 4 - at,
      contributions: [
        { kind: "word", text: "telat", amount: 1.9 - at },
        { kind: "concept", text: "late", amount: 1.1 },
        { kind: "start", text: "", amount: -0.6 },
        { kind: "neighbours", text: "buku telat", amount: 0.4 },
      ],
    })),
    offtopic: { share: 0.06, logit: 0.2 },
    smalltalk: { kind: "greeting", share: 0.02, logit: -1 },
  };
}
