// What a bundle is asked before it may be deployed, and what its answers must be.
import { type WebhookName, webhookMethods } from "../../functions/webhook/channels/names.ts";
import type { PublishedEntry, PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { makeDelivery } from "../trial/deliveries.ts";
import { trialValues } from "../trial/values.ts";
import type { BundleAnswer } from "./ask-bundle.ts";
import type { BotRequest } from "./bot-request.ts";
import { parseObject } from "./parse-object.ts";

/** A request and what is wrong with an answer to it, in a sentence, if anything is. */
export interface BundleCheck {
  readonly request: BotRequest;
  problemOf(answer: BundleAnswer): string | undefined;
}

/** A canonical question: some may go astray, most must not. */
export interface CanonicalQuestion {
  readonly request: BotRequest;
  readonly text: string;
  readonly language: string;
  isFoundIn(answer: BundleAnswer): boolean;
}

/** Its first request is `GET /health`, which needs neither settings nor tables. */
export function checksFor({ faq, build }: { faq: PublishedFaq; build: string }): BundleCheck[] {
  return [
    healthCheck(build),
    ...["/", "/faq"].map(pageCheck),
    ...faq.entries.flatMap((entry) =>
      faq.bot.languages.map((language) => entryCheck(entry, language)),
    ),
    malformedCheck,
    ...(Object.keys(webhookMethods) as WebhookName[]).map(unsignedCheck),
  ];
}

export function canonicalQuestions({ bot, entries }: PublishedFaq): CanonicalQuestion[] {
  return entries.flatMap(({ id, question }) =>
    bot.languages.flatMap((language) => {
      const text = question[language];
      if (!text) return [];
      const isFoundIn = ({ status, body }: BundleAnswer) => {
        const { entry, suggestions } = parseObject(body) ?? {};
        return (
          status === 200 &&
          (entry === id || (Array.isArray(suggestions) && suggestions.includes(id)))
        );
      };
      return [{ request: chat({ text, language }), text, language, isFoundIn }];
    }),
  );
}

export function healthCheck(build: string): BundleCheck {
  return {
    request: { method: "GET", path: "/health" },
    problemOf({ status, body }) {
      const answered = parseObject(body)?.build;
      if (status === 200 && answered === build) return undefined;
      const but = status === 200 ? `build ${JSON.stringify(answered)}` : `status ${status}`;
      return `GET /health is answered with ${but}, not with build ${build}.`;
    },
  };
}

function pageCheck(path: string): BundleCheck {
  return {
    request: { method: "GET", path },
    problemOf({ status, body }) {
      if (status !== 200) return `GET ${path} is answered with status ${status}, not 200.`;
      return body.includes("</html>")
        ? undefined
        : `GET ${path} is not answered with a whole page.`;
    },
  };
}

function entryCheck({ id, answer }: PublishedEntry, language: string): BundleCheck {
  return {
    request: chat({ entry: id, language }),
    problemOf({ status, body }) {
      const asked = `Asked for the entry "${id}" in ${language}, it`;
      if (status !== 200) return `${asked} answers with status ${status}.`;
      const given = parseObject(body) ?? {};
      if (given.entry !== id) return `${asked} answers with ${JSON.stringify(given.entry)}.`;
      if (given.language !== language) return `${asked} answers in ${given.language}.`;
      const own = answer[language] ?? "";
      const isOwn = (given.answer ?? "") === own && String(given.text).includes(own);
      return isOwn ? undefined : `${asked} answers with a text that is not the entry's own.`;
    },
  };
}

const malformedCheck: BundleCheck = {
  request: { method: "POST", path: "/chat", body: '{"text":' },
  problemOf: ({ status }) =>
    status === 400 ? undefined : `Malformed JSON is answered with status ${status}, not 400.`,
};

/** A delivery of the right kind, but for the signature. */
function unsignedCheck(channel: WebhookName): BundleCheck {
  const delivery = makeDelivery(channel, { kind: "text", text: "menu" }, trialValues({}));
  const { body = "{}", headers = {} } = delivery ?? {};
  const mediaType = headers["content-type"] ?? "application/json";
  return {
    request: { method: "POST", path: `/webhooks/${channel}`, body, mediaType },
    problemOf({ status }) {
      if (status === 401 || status === 403) return undefined;
      return `An unsigned delivery to /webhooks/${channel} is answered with status ${status}, not refused with 401 or 403.`;
    },
  };
}

function chat(question: object): BotRequest {
  return { method: "POST", path: "/chat", body: JSON.stringify(question) };
}
