// How each channel would show the bot's replies, and what their readers would miss.
import type { Language } from "../../functions/webhook/faq/faq.ts";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { openPreviewChannels, type PreviewChannel } from "./channels.ts";
import { limitsOf } from "./limits.ts";
import { keyOfLoss, type Loss } from "./loss.ts";
import { losesAny, lossesOf } from "./losses.ts";
import type { Preview, PreviewMessage, ShownMessage } from "./preview.ts";
import { createSayings, type Said, type Sayings } from "./said.ts";
import { measureSms } from "./sms.ts";
import { spansIn } from "./spans.ts";

export interface Previews {
  /** None for an entry that there isn't. */
  answer(entryId: string, language: Language): Preview[];
  suggestion(entryIds: readonly string[], language: Language): Preview[];
  /** Any other of the bot's replies, such as `of(({ fallback }) => fallback("en"))`. */
  of(choose: (sayings: Sayings) => Said): Preview[];
  /** Each loss once, over every entry as answer and as option, and every message of the bot. */
  losses(onProgress?: (share: number) => void): Loss[];
}

export function createPreviews(faq: PublishedFaq): Previews {
  const channels = openPreviewChannels(faq).map((channel) => ({
    channel,
    limits: limitsOf(channel),
  }));
  const sayings = createSayings(faq);
  const byId = new Map(faq.entries.map((entry) => [entry.id, entry]));
  const entriesOf = (ids: readonly string[]) =>
    ids.map((id) => byId.get(id)).filter((entry) => entry !== undefined);

  const preview = (said: Said): Preview[] =>
    channels.map(({ channel, limits }) => {
      const messages = channel.show(said.response).map((shown) => messageOf(shown, channel));
      const losses = messages.flatMap((message) => lossesOf(said, message, channel, limits));
      const { name, title } = channel;
      return {
        channel: name,
        title,
        messages: name === "twilio" ? messages.map(withSmsSize) : messages,
        losses,
      };
    });

  const losing = channels.filter(({ limits }) => losesAny(limits));
  const lossesIn = (said: Said): Loss[] =>
    losing.flatMap(({ channel, limits }) =>
      channel
        .show(said.response)
        .flatMap((shown) => lossesOf(said, messageOf(shown, channel), channel, limits)),
    );

  return {
    answer: (id, language) =>
      entriesOf([id]).flatMap((entry) => preview(sayings.answer(entry, language))),
    suggestion: (ids, language) => preview(sayings.suggest(entriesOf(ids), language)),
    of: (choose) => preview(choose(sayings)),
    losses(onProgress) {
      const found = new Map<string, Loss>();
      const note = (said: Said) => {
        for (const loss of lossesIn(said)) {
          const key = keyOfLoss(loss);
          if (!found.has(key)) found.set(key, loss);
        }
      };
      for (const said of ownReplies(faq, sayings)) note(said);
      faq.entries.forEach((entry, at) => {
        const suggested = at % maxSuggested === 0 ? faq.entries.slice(at, at + maxSuggested) : [];
        for (const language of faq.bot.languages) {
          note(sayings.answer(entry, language));
          if (suggested.length > 0) note(sayings.suggest(suggested, language));
        }
        onProgress?.((at + 1) / faq.entries.length);
      });
      return [...found.values()];
    },
  };
}

/** No suggestion has more entries. */
const maxSuggested = 3;

function messageOf(shown: ShownMessage, { formatting }: PreviewChannel): PreviewMessage {
  return { ...shown, spans: spansIn(shown.text, formatting) };
}

function withSmsSize(message: PreviewMessage): PreviewMessage {
  return { ...message, sms: measureSms(message.text) };
}

/** All but answers and suggestions. */
function ownReplies({ bot, entries }: PublishedFaq, sayings: Sayings): Said[] {
  const categories = new Set([
    ...bot.categories.keys(),
    ...entries.map(({ category }) => category),
  ]);
  const inLanguage = (language: Language): Said[] => [
    sayings.welcome(language),
    sayings.menu(language),
    sayings.fallback(language),
    sayings.feedback(true, language),
    sayings.feedback(false, language),
    ...[...categories].map((category) => sayings.category(category, 0, language)),
    ...bot.smalltalk.map(({ kind }) => sayings.smalltalk(kind, language)),
  ];
  return [
    sayings.welcome(undefined),
    sayings.nontext(undefined),
    ...bot.languages.flatMap(inLanguage),
  ];
}
