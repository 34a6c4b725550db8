// The workshop's routes: what they give, and whom they refuse.
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { describe, expect, it, vi } from "vitest";
import type { OpenFaq } from "../../../bin/open-faq.ts";
import { createWorkshop, type Workshop } from "../../../bin/workshop/routes.ts";
import type { WorkshopState } from "../../../bin/workshop/state.ts";
import { publish } from "../../../functions/webhook/faq/published.ts";
import { train } from "../../../functions/webhook/training/train.ts";
import { tinyFaq } from "../../training/tiny-faq.ts";

const assets = { script: "let a = 1;", style: "p { color: red; }" };
const faq: OpenFaq = { faq: publish(tinyFaq), build: "0", ...train(tinyFaq) };
const stateOf = (version: number) => ({ version }) as WorkshopState;

function open(onVisit = () => {}): Workshop {
  const workshop = createWorkshop(async () => assets, onVisit);
  workshop.use(faq);
  return workshop;
}

interface Wish {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function send(
  workshop: Workshop,
  request: string,
  { query = "", headers = {}, body }: Wish = {},
): Promise<APIGatewayProxyStructuredResultV2> {
  const [method = "", rawPath = ""] = request.split(" ");
  const event = {
    rawPath,
    rawQueryString: query,
    headers: { host: "localhost:3000", ...headers },
    requestContext: { http: { method } },
    ...(body === undefined ? {} : { body }),
  } as unknown as Parameters<Workshop["handle"]>[0];
  expect(workshop.isMeant(event)).toBe(true);
  const result = await workshop.handle(event, { getRemainingTimeInMillis: () => 1000 });
  if (typeof result === "string") throw new Error("no status");
  return result;
}

describe("the workshop", () => {
  it("takes the requests beneath its own address, and no others", () => {
    const { isMeant } = open();
    const meant = (rawPath: string) => isMeant({ rawPath } as Parameters<typeof isMeant>[0]);
    expect(["/workshop", "/workshop/state"].map(meant)).toEqual([true, true]);
    expect(["/", "/workshops", "/chat", "/webhooks/workshop"].some(meant)).toBe(false);
  });

  it("gives its page, which loads nothing from elsewhere and is not kept", async () => {
    const { statusCode, headers, body } = await send(open(), "GET /workshop");
    expect(statusCode).toBe(200);
    expect(headers?.["content-security-policy"]).toContain("default-src 'none'");
    expect(headers?.["cache-control"]).toBe("no-store");
    expect(body).toContain(assets.script);
  });

  it("makes its page anew after it could not be made", async () => {
    const makeAssets = vi.fn(async () => assets).mockRejectedValueOnce(new Error("broken"));
    const workshop = createWorkshop(makeAssets, () => {});
    await expect(send(workshop, "GET /workshop")).rejects.toThrow("broken");
    expect((await send(workshop, "GET /workshop")).statusCode).toBe(200);
    expect((await send(workshop, "GET /workshop")).statusCode).toBe(200);
    expect(makeAssets).toHaveBeenCalledTimes(2);
  });

  it("tells that somebody looks with the first wish for a state, not before", async () => {
    const onVisit = vi.fn();
    const workshop = open(onVisit);
    workshop.show(stateOf(1));
    await send(workshop, "POST /workshop/ask", { body: '{"text":"hi"}' });
    expect(onVisit).not.toHaveBeenCalled();
    await send(workshop, "GET /workshop/state", { query: "after=-1" });
    expect(onVisit).toHaveBeenCalledOnce();
  });

  it("gives the last state at once, and a later one when it is there", async () => {
    const workshop = open();
    workshop.show(stateOf(1));
    expect((await send(workshop, "GET /workshop/state", { query: "after=-1" })).body).toBe(
      '{"version":1}',
    );
    const later = send(workshop, "GET /workshop/state", { query: "after=1" });
    workshop.show(stateOf(2));
    expect((await later).body).toBe('{"version":2}');
  });

  it("answers after a while that there is nothing new", async () => {
    vi.useFakeTimers();
    const workshop = open();
    workshop.show(stateOf(1));
    const waiting = send(workshop, "GET /workshop/state", { query: "after=1" });
    await vi.advanceTimersByTimeAsync(25_000);
    expect((await waiting).statusCode).toBe(204);
    vi.useRealTimers();
  });

  it("explains a question by its five best entries, with the reply that the bot would give", async () => {
    const body = JSON.stringify({ text: "when do you open" });
    const { body: answer = "" } = await send(open(), "POST /workshop/ask", { body });
    const { explanation, reply } = JSON.parse(answer);
    expect(explanation.decision).toEqual({ kind: "answer", entry: "opening-hours" });
    expect(explanation.entries).toHaveLength(Math.min(5, tinyFaq.entries.length));
    expect(reply).toContain("Answer opening-hours");
  });

  it("previews an answer on every channel, and nothing for an entry that there isn't", async () => {
    const preview = async (query: string) =>
      JSON.parse((await send(open(), "GET /workshop/preview", { query })).body ?? "");
    const channels = (await preview("entry=opening-hours&language=en")) as { channel: string }[];
    expect(channels.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(["whatsapp", "telegram", "line", "messenger", "twilio"]),
    );
    expect(await preview("entry=__proto__&language=en")).toEqual([]);
  });
});

describe("the workshop refuses", () => {
  it.each<[string, number, string, Wish]>([
    ["what has no place", 404, "GET /workshop/nothing", {}],
    ["another method", 404, "DELETE /workshop", {}],
    ["a version that is none", 400, "GET /workshop/state", { query: "after=x" }],
    ["a question without text", 400, "POST /workshop/ask", { body: '{"text":1}' }],
    ["what is no JSON", 400, "POST /workshop/ask", { body: "{" }],
    ["null", 400, "POST /workshop/ask", { body: "null" }],
    ["a question as long as a book", 413, "POST /workshop/ask", { body: "x".repeat(5000) }],
    ["a name of elsewhere", 403, "GET /workshop", { headers: { host: "evil.example" } }],
    [
      "a page of elsewhere",
      403,
      "POST /workshop/ask",
      { headers: { origin: "https://evil.example" }, body: '{"text":"hi"}' },
    ],
    ["a page without an origin", 403, "POST /workshop/ask", { headers: { origin: "null" } }],
  ])("%s with %i", async (_, status, request, wish) => {
    expect((await send(open(), request, wish)).statusCode).toBe(status);
  });

  it("questions while nothing is learnt with 503", async () => {
    const workshop = createWorkshop(async () => assets, vi.fn());
    const body = '{"text":"hi"}';
    expect((await send(workshop, "POST /workshop/ask", { body })).statusCode).toBe(503);
    expect((await send(workshop, "GET /workshop/preview")).statusCode).toBe(503);
  });
});
