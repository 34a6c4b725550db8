// What a person sent → what to say and what to count. Pure: the same FAQ, the same answer.
import type { Content } from "./channels/channel.ts";
import { type Choice, parseChoice, payloadName } from "./choice.ts";
import type { Outcome } from "./counts/cell.ts";
import type { Language } from "./faq/faq.ts";
import type { PublishedEntry, PublishedFaq } from "./faq/published.ts";
import { decide } from "./matching/decide.ts";
import type { Match, Matcher } from "./matching/matcher.ts";
import { createReplies, type Reply } from "./reply.ts";
import type { Response, Result } from "./response.ts";
import { createTypedKeys } from "./typed.ts";

export type Responder = (content: Content, hint?: Language) => Response;

const none = "-";

export function createResponder(faq: PublishedFaq, matcher: Matcher): Responder {
  const keys = createTypedKeys(faq);
  const replies = createReplies(faq, keys);
  const byId = new Map(
    faq.entries.flatMap((entry) => [entry.id, payloadName(entry.id)].map((id) => [id, entry])),
  );
  const spoken = (language: Language | undefined): Language =>
    language !== undefined && faq.bot.languages.includes(language)
      ? language
      : faq.bot.languages[0];

  const answered = (entry: PublishedEntry, language: Language): Response =>
    respond(replies.answer(entry, language), "answer", "chosen", {
      entry: entry.id,
      confidence: 1,
    });

  const browsed = (category: string, from: number, language: Language): Response =>
    respond(replies.category(category, from, language), "smalltalk", "smalltalk");

  const rated = (
    { isHelpful, entry, of }: Extract<Choice, { kind: "feedback" }>,
    language: Language,
  ): Response => {
    const outcome = isHelpful ? "helpful" : "unhelpful";
    const nearest = byId.get(entry)?.id ?? none;
    return {
      ...respond(replies.feedback(isHelpful, language), "smalltalk", outcome, { nearest }),
      onceFor: `feedback ${of}`,
    };
  };

  const chosen = (choice: Choice | undefined, hint: Language | undefined): Response => {
    const language = spoken(choice?.language ?? hint);
    if (choice?.kind === "category") return browsed(choice.category, choice.from, language);
    if (choice?.kind === "feedback") return rated(choice, language);
    const entry = byId.get(choice?.entry ?? "");
    // A button of an earlier FAQ may name an entry that is gone.
    return entry ? answered(entry, language) : browsed("", 0, language);
  };

  const nontext = (hint: Language | undefined): Response =>
    respond(replies.nontext(hint && spoken(hint)), "fallback", "nontext");

  const matched = (text: string, hint: Language | undefined): Response => {
    const match = matcher.match(text, hint);
    if (!match.hasWords) return nontext(hint);
    const { language } = match;
    const decision = decide(match, matcher.model.thresholds);
    switch (decision.kind) {
      case "answer": {
        const entry = byId.get(decision.entry);
        if (!entry) break;
        return respond(replies.answer(entry, language), "answer", "answer", {
          entry: entry.id,
          ...match,
        });
      }
      case "suggest": {
        const entries = decision.entries
          .map((id) => byId.get(id))
          .filter((entry) => entry !== undefined);
        return respond(replies.suggest(entries, language), "suggest", "suggest", {
          suggestions: decision.entries,
          nearest: decision.entries[0],
          ...match,
        });
      }
      case "smalltalk":
        return respond(
          replies.smalltalk(decision.smalltalk, language),
          "smalltalk",
          "smalltalk",
          match,
        );
      case "fallback": {
        const { nearest } = decision;
        const outcome = nearest === undefined ? "fallback-far" : "fallback-near";
        return respond(replies.fallback(language), "fallback", outcome, {
          ...(nearest === undefined ? {} : { nearest }),
          ...match,
        });
      }
    }
    return respond(replies.fallback(language), "fallback", "fallback-far", match);
  };

  return (content, hint) => {
    switch (content.kind) {
      case "nontext":
        return nontext(hint);
      case "welcome":
        return respond(replies.welcome(hint && spoken(hint)), "smalltalk", "smalltalk");
      case "choice": {
        const choice = parseChoice(content.payload);
        if (choice || !content.title) return chosen(choice, hint);
        // A button of somebody else's making is a question in the words on it, if it has any.
        const response = matched(content.title, hint);
        return response.counted.outcome === "nontext" ? chosen(undefined, hint) : response;
      }
      case "text": {
        const typed = keys.read(content.text, hint);
        return typed ? chosen(typed, hint) : matched(content.text, hint);
      }
    }
  };
}

/** Puts a reply, its public result and its count together. */
function respond(
  reply: Reply,
  outcome: Result["outcome"],
  counted: Outcome,
  found: {
    entry?: string;
    nearest?: string;
    suggestions?: readonly string[];
    confidence?: Match["confidence"];
  } = {},
): Response {
  const { entry, nearest, suggestions = [], confidence = 0 } = found;
  return {
    reply,
    result: {
      outcome,
      entry: entry ?? null,
      language: reply.language,
      confidence,
      suggestions,
      text: reply.text,
    },
    counted: { entry: entry ?? nearest ?? none, language: reply.language, outcome: counted },
  };
}
