// A hundred thousand hostile inputs; a million are `npm run bench -- fuzz`.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../handler-under-test.ts";
import { fuzz } from "./campaign.ts";
import { marker } from "./hostile.ts";
import { problemsOf } from "./judge.ts";
import type { Target } from "./target.ts";
import { campaigns } from "./targets.ts";
import { noFaults, type Observed, observe } from "./world.ts";

const inputs = 100_000;
const seed = 20_210_515;
/** For a machine that is busy with other tests. */
const patienceMs = 600_000;

describe("hostile inputs", () => {
  it("are a hundred thousand in all", () => {
    const shares = campaigns.map(({ shareOf }) => shareOf(inputs));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThanOrEqual(inputs);
  });

  it.each(campaigns)(
    "to $name break no promise",
    async ({ shareOf, run }) => {
      const tally = await run({ inputs: shareOf(inputs), seed });
      expect(tally).toMatchObject({ unhandled: 0, otherErrors: 0, failure: undefined });
      expect(tally.inputs).toBeGreaterThanOrEqual(shareOf(inputs));
    },
    patienceMs,
  );
});

describe("the judgement of a request", () => {
  let good: Observed;
  beforeAll(async () => {
    const body = JSON.stringify({ text: "how many books may I borrow?" });
    good = await observe((bot) => ask(bot, "POST", "/chat", { body }), noFaults);
  });

  it("finds nothing wrong with an honest one", () => {
    expect(good.answer.status).toBe(200);
    expect(problemsOf(good, noFaults)).toEqual([]);
  });

  const answering = (change: Partial<Observed["answer"]>) => (observed: Observed) => ({
    ...observed,
    answer: { ...observed.answer, ...change },
  });
  const logging = (line: string) => (observed: Observed) => ({
    ...observed,
    lines: [...observed.lines, line],
  });
  const claiming =
    (change: (claimed: Observed["claims"][number]) => Partial<Observed["claims"][number]>) =>
    (observed: Observed) => ({
      ...observed,
      claims: observed.claims.map((claimed) => ({ ...claimed, ...change(claimed) })),
    });

  const planted: [string, (observed: Observed) => Observed][] = [
    ["an answer that repeats the question", answering({ body: `You asked: ${marker}` })],
    ["an error of the server's own", answering({ status: 500 })],
    ["a 503 that nothing asked for", answering({ status: 503, headers: { "retry-after": "2" } })],
    ["a line of the log with another field", logging('{"level":"info","text":"jam buka?"}')],
    [
      "a key that holds a message's id",
      claiming(({ claim }) => ({ claim: { ...claim, eventKey: "v1#wamid.1" } })),
    ],
    [
      "a cell that is no entry's",
      claiming(({ address }) => ({ address: { ...address, sk: "other#en#web#answer" } })),
    ],
    [
      "a day of another year",
      claiming(({ address }) => ({ address: { ...address, pk: "2031-01-01#1" } })),
    ],
    [
      "a mark on what was not claimed",
      (observed) => ({ ...observed, updates: [{ eventKey: "v1#x", owner: "me" }] }),
    ],
  ];

  it.each(planted)("finds %s", (_, plant) => {
    expect(problemsOf(plant(good), noFaults)).not.toEqual([]);
  });
});

describe("a campaign", () => {
  const target: Target<number> = {
    name: "one in a thousand",
    share: 100,
    inputs: fc.noBias(fc.nat(1_000_000)),
    judge: async (n) => ({ problems: n % 1000 === 7 ? ["seven"] : [], ms: 0 }),
  };

  it("finds what breaks, and finds the same again from its seed", async () => {
    const first = await fuzz(target, { inputs: 100_000, seed: 11 });
    expect(first.failure?.problems).toContain("seven");
    expect(await fuzz(target, { inputs: 100_000, seed: 11 })).toEqual(first);
  });

  it("counts an exception as a failure", async () => {
    const judge = async () => {
      throw new TypeError("broken");
    };
    const { failure } = await fuzz({ ...target, judge }, { inputs: 10, seed: 1 });
    expect(failure?.problems).toContain("broken");
  });
});
