// Replies of invented words, for tests of how a channel puts them.
import type { Choice } from "../../functions/webhook/choice.ts";
import type { Option, Reply } from "../../functions/webhook/reply.ts";
import type { Response } from "../../functions/webhook/response.ts";

export function replyOf(reply: Partial<Reply> = {}): Reply {
  return {
    language: "en",
    text: "Text",
    sources: "",
    options: [],
    optionsTitle: "More",
    optionsHint: "Reply with a number.",
    optionsButton: "See options",
    feedback: [],
    feedbackTitle: "Did this help?",
    ...reply,
  };
}

/** Options that lead to these choices, with titles and questions of their own. */
export function optionsFor(choices: readonly Choice[]): Option[] {
  return choices.map((choice, at) => ({
    choice,
    key: String(at + 1),
    title: `Title ${at + 1}`,
    question: `Question ${at + 1}?`,
  }));
}

/** Options for feedback on an entry. */
export function feedbackOn(entry: string, of = "abcdefghij"): Option[] {
  return [true, false].map((isHelpful) => ({
    choice: { kind: "feedback", isHelpful, entry, language: "en", of },
    key: "",
    title: isHelpful ? "👍 Helpful" : "👎 Not helpful",
  }));
}

/** The response of which this is the reply. */
export function responseOf(reply: Reply): Response {
  const { language, text } = reply;
  const result = { entry: null, language, confidence: 1, suggestions: [], text };
  return {
    reply,
    result: { outcome: "answer", ...result },
    counted: { entry: "-", language, outcome: "answer" },
  };
}
