// The part of a FAQ that travels inside the chat page; answers stay behind and come when asked for.
import type { Bot } from "../faq/faq.ts";
import type { PublishedEntry, PublishedFaq } from "../faq/published.ts";
import { type Topic, topicsOf } from "./topics.ts";

export type ChatEntry = Pick<PublishedEntry, "id" | "question" | "related" | "verified">;

export interface ChatFaq extends Pick<Bot, "languages" | "name"> {
  readonly messages: Pick<Bot["messages"], "welcome" | "menu" | "privacy">;
  readonly labels: Pick<Bot["labels"], "source" | "related" | "checked">;
  readonly topics: readonly Topic<ChatEntry>[];
}

export function chatFaq(published: PublishedFaq): ChatFaq {
  const { languages, name, messages, labels } = published.bot;
  const { welcome, menu, privacy } = messages;
  const { source, related, checked } = labels;
  return {
    languages,
    name,
    messages: { welcome, menu, privacy },
    labels: { source, related, checked },
    topics: topicsOf(published).map((topic) => ({
      ...topic,
      entries: topic.entries.map(({ id, question, related, verified }) => ({
        id,
        question,
        related,
        verified,
      })),
    })),
  };
}
