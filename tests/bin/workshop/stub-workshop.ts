// A stand-in for what serves the workshop: states when a test says so, explanations by rote.
import type { IncomingMessage, ServerResponse } from "node:http";
import { createPreviews } from "../../../bin/previews/previews.ts";
import { bundleWorkshopAssets } from "../../../bin/workshop/page/assets.ts";
import { workshopPage } from "../../../bin/workshop/page/page.ts";
import type { WorkshopState } from "../../../bin/workshop/state.ts";
import { serve, type TestServer } from "../../page/browser.ts";
import { published } from "../../page/fixture.ts";
import { exampleExplanation } from "./example-explanation.ts";

export interface StubWorkshop extends TestServer {
  /** From now on this is the state. */
  tell(state: WorkshopState): void;
  readonly asked: string[];
  /** The status that questions get instead of an answer, until it is 200 again. */
  trouble: number;
  /** While true, nobody answers at all. */
  isGone: boolean;
}

export async function serveStubWorkshop(first: WorkshopState): Promise<StubWorkshop> {
  const assets = await bundleWorkshopAssets();
  const previews = createPreviews(published);
  const asked: string[] = [];
  const waiting = new Set<ServerResponse>();
  let state = first;

  const server = await serve(async (request, response) => {
    if (stub.isGone) return void response.destroy();
    const url = new URL(request.url ?? "/", "http://localhost");
    const query = (name: string) => url.searchParams.get(name) ?? "";
    switch (`${request.method} ${url.pathname}`) {
      case "GET /workshop": {
        const page = workshopPage(assets, query("language") || "en");
        return void response.writeHead(200, page.headers).end(page.html);
      }
      case "GET /workshop/state":
        if (state.version > Number(query("after"))) return send(response, state);
        waiting.add(response);
        return;
      case "POST /workshop/ask": {
        const { text } = JSON.parse(await readBody(request)) as { text: string };
        asked.push(text);
        if (stub.trouble !== 200) return void response.writeHead(stub.trouble).end();
        const reply = "Tidak ada denda; kami hanya mengingatkan.";
        return send(response, { explanation: exampleExplanation(text), reply });
      }
      case "GET /workshop/preview":
        return send(response, previews.answer(query("entry"), query("language")));
      default:
        response.writeHead(404).end();
    }
  });

  const stub: StubWorkshop = {
    ...server,
    asked,
    trouble: 200,
    isGone: false,
    tell(next) {
      state = next;
      for (const response of waiting) send(response, state);
      waiting.clear();
    },
  };
  return stub;
}

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
