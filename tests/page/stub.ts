// A stand-in for the bot: serves the pages, answers `/chat` by rote and remembers what it was asked.
import type { IncomingMessage } from "node:http";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { chooseLanguage } from "../../functions/webhook/language-tags.ts";
import { chatPage } from "../../functions/webhook/page/chat-page.ts";
import { faqPage } from "../../functions/webhook/page/faq-page.ts";
import type { PageAssets } from "../../functions/webhook/page/page.ts";
import { serve, type TestServer } from "./browser.ts";

export interface Asked {
  readonly id: string;
  readonly language: string;
  readonly text?: string;
  readonly entry?: string;
  readonly choice?: string;
}

export interface StubBot extends TestServer {
  readonly asked: Asked[];
  /** Statuses that the next questions get, one each, before answers come again. */
  readonly trouble: number[];
}

/** Tells questions apart by a word or two; see `replyTo`. */
export async function serveStubBot(faq: PublishedFaq, assets: PageAssets): Promise<StubBot> {
  const asked: Asked[] = [];
  const trouble: number[] = [];
  const server = await serve(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "GET" && ["/", "/faq"].includes(url.pathname)) {
      const language = chooseLanguage(
        faq.bot.languages,
        url.searchParams.get("language") ?? undefined,
        request.headers["accept-language"],
      );
      const page = (url.pathname === "/" ? chatPage : faqPage)(faq, assets, language);
      response.writeHead(200, page.headers).end(page.html);
    } else if (request.method === "POST" && url.pathname === "/chat") {
      const question: Asked = JSON.parse(await readBody(request));
      asked.push(question);
      const next = trouble.shift();
      if (next !== undefined) response.writeHead(next).end();
      else {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify(replyTo(question, faq)));
      }
    } else response.writeHead(404).end();
  });
  return { ...server, asked, trouble };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function replyTo({ text = "", entry, choice, language }: Asked, faq: PublishedFaq): unknown {
  const reply = {
    language,
    entry: null,
    confidence: 0.2,
    suggestions: [],
    options: [],
  };
  const found = faq.entries.find(
    ({ id }) => id === (entry ?? (/anggota|member/i.test(text) ? "join" : "")),
  );
  if (choice) {
    const words = faq.bot.messages[choice.startsWith("helpful") ? "helpful" : "unhelpful"];
    return { ...reply, outcome: "smalltalk", text: words[language] };
  }
  if (found) {
    const answer = found.answer[language] ?? "";
    const sources = found.sources.map(({ title, ...rest }) => ({
      title: title[language],
      ...rest,
    }));
    const lines = sources.map(({ title }) => title).join("\n");
    const reply = {
      outcome: "answer",
      language,
      entry: found.id,
      confidence: 0.9,
      suggestions: [],
    };
    return {
      ...reply,
      text: `${answer}\n\n${lines}`,
      answer,
      sources,
      options: [],
      feedback: {
        title: faq.bot.labels.feedback[language],
        options: (["helpful", "unhelpful"] as const).map((name) => ({
          choice: `${name}/${language}/${found.id}/abcdefghij`,
          title: faq.bot.labels[name][language],
        })),
      },
    };
  }
  if (/buku|book/i.test(text)) {
    const suggestions = ["how-many-books", "return-late"];
    const options = suggestions.map((entry) => ({
      entry,
      title: `short ${entry}`,
    }));
    return {
      ...reply,
      outcome: "suggest",
      suggestions,
      text: faq.bot.messages.suggest[language],
      options,
    };
  }
  if (/menu/i.test(text)) {
    return {
      ...reply,
      outcome: "smalltalk",
      text: faq.bot.messages.menu[language],
    };
  }
  if (/terima kasih|thanks/i.test(text)) {
    return {
      ...reply,
      outcome: "smalltalk",
      text: faq.bot.messages.thanks[language],
    };
  }
  return {
    ...reply,
    outcome: "fallback",
    text: faq.bot.messages.fallback[language],
  };
}
