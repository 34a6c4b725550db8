// `POST /chat`: the chat page's question and the answer in the response.
import { randomUUID } from "node:crypto";
import { answerInResponse } from "./bot.ts";
import type { Content, WebhookResponse } from "./channels/channel.ts";
import { field, id, parseJson, text } from "./channels/json.ts";
import { json, refusal } from "./channels/json-response.ts";
import { encodeChoice, parseChoice } from "./choice.ts";
import type { Language } from "./faq/faq.ts";
import type { PublishedFaq } from "./faq/published.ts";
import type { HttpRequest } from "./http.ts";
import { closestLanguage } from "./language-tags.ts";
import type { Response } from "./response.ts";
import type { World } from "./world.ts";

/** A question of a thousand letters fits, whatever the script, with room for the rest. */
export const maxChatBytes = 4096;

/** Refuses what isn't a question; answers what is. */
export async function answerChat(
  request: HttpRequest,
  faq: PublishedFaq,
  makeWorld: () => Promise<World>,
): Promise<WebhookResponse> {
  if (!isSameOrigin(request)) return refusal(403, "Ask from the chat page itself.");
  if (request.body.length > maxChatBytes) return refusal(413, "Ask in fewer words.");
  const reading = readChat(request.body, faq);
  if (reading.kind === "malformed") return refusal(reading.status, reading.message);
  const { id, content, hint } = reading.question;
  const world = await makeWorld();
  const message = { id, account: "", content, ...(hint ? { locale: hint } : {}) };
  const response = await answerInResponse(message, "web", world);
  return json(200, chatAnswer(response, faq));
}

/** A browser names where a script runs; programs that name nothing are not what this guards. */
function isSameOrigin({ headers, host }: HttpRequest): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && [host, headers.host].includes(new URL(origin).host);
}

interface ChatQuestion {
  /** The page's own id of the question, the same when it tries again. */
  readonly id: string;
  readonly content: Content;
  readonly hint: Language | undefined;
}

type ChatReading =
  | { readonly kind: "question"; readonly question: ChatQuestion }
  | { readonly kind: "malformed"; readonly status: 400 | 422; readonly message: string };

/** Reads `{"text", "language"?, "entry"?, "choice"?, "id"?}`. */
function readChat(body: Buffer, faq: PublishedFaq): ChatReading {
  const value = parseJson(body);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { kind: "malformed", status: 400, message: 'Send a JSON object such as {"text": "…"}.' };
  }
  const language = text(field(value, "language"));
  const hint = language ? closestLanguage(faq.bot.languages, language) : undefined;
  const content = contentOf(value, hint ?? faq.bot.languages[0], faq);
  if (!content) {
    const message =
      'Send a question as "text", the id of an entry as "entry", or a topic or feedback as "choice".';
    return { kind: "malformed", status: 422, message };
  }
  return {
    kind: "question",
    question: { id: id(field(value, "id")) ?? randomUUID(), content, hint },
  };
}

function contentOf(
  value: object,
  language: Language,
  { entries }: PublishedFaq,
): Content | undefined {
  const payload = text(field(value, "choice"));
  if (payload !== undefined) {
    const choice = parseChoice(payload);
    return choice && choice.kind !== "entry" ? { kind: "choice", payload } : undefined;
  }
  const entry = field(value, "entry");
  if (entry === undefined || entry === null) {
    const question = text(field(value, "text"));
    return question === undefined ? undefined : { kind: "text", text: question };
  }
  if (!entries.some((other) => other.id === entry)) return undefined;
  return {
    kind: "choice",
    payload: encodeChoice({ kind: "entry", entry: String(entry), language }),
  };
}

/**
 * The result of `ask`, the answer apart from its sources, the entries or topics to choose from next,
 * and the choices of feedback on an answer.
 */
export function chatAnswer({ reply, result }: Response, { entries }: PublishedFaq): object {
  const entry = entries.find(({ id }) => id === result.entry);
  const options = reply.options.flatMap(({ choice, question, title }) =>
    choice.kind === "entry" ? [{ entry: choice.entry, title: question ?? title }] : [],
  );
  const topics = reply.options.flatMap(({ choice, title }) =>
    choice.kind === "category" ? [{ choice: encodeChoice(choice), title }] : [],
  );
  const { language } = reply;
  const parts = entry && {
    answer: entry.answer[language],
    sources: entry.sources.map((source) => ({ ...source, title: source.title[language] ?? "" })),
  };
  const feedback = {
    title: reply.feedbackTitle,
    options: reply.feedback.map(({ choice, title }) => ({ choice: encodeChoice(choice), title })),
  };
  return {
    ...result,
    ...parts,
    options,
    ...(topics.length > 0 ? { topics } : {}),
    ...(reply.feedback.length > 0 ? { feedback } : {}),
  };
}
