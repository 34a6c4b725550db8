// `GET /` and `GET /faq`: each page made and compressed once per language, not once per visit.
import type { BotData } from "./bot-data.ts";
import type { WebhookResponse } from "./channels/channel.ts";
import type { HttpRequest } from "./http.ts";
import { chooseLanguage } from "./language-tags.ts";
import { chatPage } from "./page/chat-page.ts";
import { faqPage } from "./page/faq-page.ts";

export type PagePath = "/" | "/faq";

/** A page as it is sent, to browsers that take gzip and to those that don't. */
interface MadePage {
  readonly plain: WebhookResponse;
  readonly compressed: WebhookResponse;
}

export function servePages({
  faq,
  assets,
}: Pick<BotData, "faq" | "assets">): (path: PagePath, request: HttpRequest) => WebhookResponse {
  const made = new Map<string, MadePage>();

  return (path, { query, headers }) => {
    const asked = query.get("language") ?? undefined;
    const language = chooseLanguage(faq.bot.languages, asked, headers["accept-language"]);
    const key = `${path} ${language}`;
    const page = made.get(key) ?? makePage(path, language);
    made.set(key, page);
    return takesGzip(headers["accept-encoding"]) ? page.compressed : page.plain;
  };

  function makePage(path: PagePath, language: string): MadePage {
    const { html, headers } =
      path === "/" ? chatPage(faq, assets, language) : faqPage(faq, assets, language);
    // API Gateway does not compress what a function answers.
    const shared = { ...headers, vary: "accept-language, accept-encoding" };
    return {
      plain: { status: 200, headers: shared, body: html },
      compressed: {
        status: 200,
        headers: { ...shared, "content-encoding": "gzip" },
        body: gzip(html),
      },
    };
  }
}

/** Compression is only loaded for whoever wants a page: most functions that start never see one. */
function gzip(html: string): Buffer {
  return process.getBuiltinModule("node:zlib").gzipSync(html);
}

function takesGzip(acceptEncoding = ""): boolean {
  return acceptEncoding
    .split(",")
    .some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$)|$)/.test(coding));
}
