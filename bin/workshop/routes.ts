// The workshop's routes, beside those of the bot, for whoever sits at this machine.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type HttpRequest, readEvent } from "../../functions/webhook/http.ts";
import { chooseLanguage } from "../../functions/webhook/language-tags.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { createResponder } from "../../functions/webhook/respond.ts";
import { isLoopback } from "../address.ts";
import { createExplanations } from "../explain/explain.ts";
import type { EventHandler } from "../local-events.ts";
import type { OpenFaq } from "../open-faq.ts";
import { createPreviews } from "../previews/previews.ts";
import type { Explained } from "./explained.ts";
import { createNews, type News } from "./news.ts";
import type { WorkshopAssets } from "./page/assets.ts";
import { workshopPage } from "./page/page.ts";
import { pageLanguages } from "./page/texts.ts";
import type { WorkshopState } from "./state.ts";

export interface Workshop {
  isMeant(event: APIGatewayProxyEventV2): boolean;
  readonly handle: EventHandler;
  /** The FAQ that answers from now on. */
  use(faq: OpenFaq): void;
  show(state: WorkshopState): void;
}

type Result = APIGatewayProxyStructuredResultV2;

const path = "/workshop";
const maxQuestionBytes = 4096;
const shownCandidates = 5;

/** `onVisit` is told whenever somebody looks: until then nothing needs to be worked out. */
export function createWorkshop(
  makeAssets: () => Promise<WorkshopAssets>,
  onVisit: () => void,
): Workshop {
  const news = createNews();
  let bench: Bench | undefined;
  let assets: Promise<WorkshopAssets> | undefined;

  const route = async (request: HttpRequest): Promise<Result> => {
    const { query } = request;
    switch (`${request.method} ${request.path}`) {
      case `GET ${path}`: {
        assets ??= makeAssets().catch((error) => {
          // The next visit may find mended what was broken.
          assets = undefined;
          throw error;
        });
        const wanted = request.headers["accept-language"];
        const asked = query.get("language") ?? undefined;
        const language = chooseLanguage(pageLanguages, asked, wanted);
        const { html, headers } = workshopPage(await assets, language);
        return { statusCode: 200, headers: { ...headers }, body: html };
      }
      case `GET ${path}/state`:
        onVisit();
        return stateAfter(Number(query.get("after") ?? -1), news);
      case `POST ${path}/ask`:
        return ask(request, bench);
      case `GET ${path}/preview`:
        return preview(query, bench);
      default:
        return refusal(404, "There is nothing here.");
    }
  };

  return {
    isMeant: ({ rawPath }) => rawPath === path || rawPath.startsWith(`${path}/`),
    handle: async (event) => {
      const request = readEvent(event);
      return isFromHere(request) ? route(request) : refusal(403, "Not from there.");
    },
    use(faq) {
      bench = setUp(faq);
    },
    show: (state) => news.tell(state),
  };
}

/** What questions and previews are tried on. */
interface Bench {
  readonly answer: (text: string) => Explained;
  readonly previews: ReturnType<typeof createPreviews>;
}

/** Set up when first needed: most FAQs that are in use for a while are never looked at. */
function setUp(open: OpenFaq): Bench {
  const { faq, model, lexicon } = open;
  let made: Bench | undefined;
  const bench = () => {
    if (!made) {
      const explain = createExplanations(faq, open, shownCandidates);
      const respond = createResponder(faq, createMatcher(model, lexicon));
      made = {
        answer: (text) => ({
          explanation: explain(text),
          reply: respond({ kind: "text", text }).result.text,
        }),
        previews: createPreviews(faq),
      };
    }
    return made;
  };
  return {
    answer: (text) => bench().answer(text),
    get previews() {
      return bench().previews;
    },
  };
}

async function stateAfter(version: number, news: News): Promise<Result> {
  if (Number.isNaN(version)) return refusal(400, "Give the last version as a number.");
  const state = await news.after(version);
  return state === undefined ? { statusCode: 204 } : json(state);
}

function ask({ body }: HttpRequest, bench: Bench | undefined): Result {
  if (body.length > maxQuestionBytes) return refusal(413, "Ask in fewer words.");
  const text = textIn(body.toString());
  if (text === undefined) return refusal(400, 'Send a JSON object such as {"text": "…"}.');
  if (!bench) return refusal(503, "The FAQ is still being learnt.");
  return json(JSON.stringify(bench.answer(text)));
}

function textIn(body: string): string | undefined {
  try {
    const { text } = JSON.parse(body) ?? {};
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}

function preview(query: URLSearchParams, bench: Bench | undefined): Result {
  if (!bench) return refusal(503, "The FAQ is still being learnt.");
  const shown = bench.previews.answer(query.get("entry") ?? "", query.get("language") ?? "");
  return json(JSON.stringify(shown));
}

/**
 * A page from elsewhere could point a name of its own at this machine, or post across: both show in
 * the headers.
 */
function isFromHere({ headers }: HttpRequest): boolean {
  const isHere = (url: string) => URL.canParse(url) && isLoopback(new URL(url).hostname);
  if (!isHere(`http://${headers.host ?? ""}`)) return false;
  return headers.origin === undefined || isHere(headers.origin);
}

function json(body: string): Result {
  return { statusCode: 200, headers: { ...plain, "content-type": "application/json" }, body };
}

function refusal(statusCode: number, message: string): Result {
  return { statusCode, headers: { ...plain, "content-type": "text/plain" }, body: message };
}

const plain = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
