// The chat page's endpoint under fire.
import fc from "fast-check";
import { ask } from "../handler-under-test.ts";
import { byteChanges, withByteChanges } from "./bytes.ts";
import { hostileText } from "./hostile.ts";
import { bend, bent, type JsonTree, treeOf, writeTree } from "./json-tree.ts";
import { problemsOf } from "./judge.ts";
import type { Target } from "./target.ts";
import { type Faults, faults, observe } from "./world.ts";

const questions: readonly JsonTree[] = [
  { text: "how many books may I borrow?", language: "en", id: "invented-1" },
  { text: "jam buka?", language: "id" },
  { text: "2" },
  { entry: "join", language: "en", id: "invented-2" },
  { choice: "helpful/en/join/abcdefghij", id: "invented-3" },
  { choice: "unhelpful/id/join/abcdefghij", text: "x", entry: null },
  { choice: "category/id/membership/0", id: "invented-4" },
].map(treeOf);

const ownOrigin = "https://bot.example.org";
const origins = [
  ...["https://evil.example", "https://bot.example.org.evil.example", "http://bot.example.org:1"],
  ...["null", "", "https://bot.example.org@evil.example", "https://evil.example#bot.example.org"],
] as const;

interface HostileQuestion {
  readonly body: Buffer;
  readonly origin: string | undefined;
  readonly faults: Faults;
}

const inputs: fc.Arbitrary<HostileQuestion> = fc
  .record({
    base: fc.nat(questions.length - 1),
    bends: fc.array(bend, { maxLength: 3 }),
    bytes: byteChanges,
    origin: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(undefined, ownOrigin) },
      { weight: 1, arbitrary: fc.oneof(fc.constantFrom(...origins), hostileText) },
    ),
    faults: faults.map(({ store }): Faults => ({ store, platform: "none" })),
  })
  .map(({ base, bends, bytes, ...rest }) => ({
    body: withByteChanges(
      Buffer.from(writeTree(bent(questions[base] ?? { raw: "" }, bends))),
      bytes,
    ),
    ...rest,
  }));

export const chatTarget: Target<HostileQuestion> = {
  name: "chat",
  share: 9,
  inputs,
  async judge({ body, origin, faults }) {
    const headers = origin === undefined ? undefined : { origin };
    const observed = await observe(
      (bot) => ask(bot, "POST", "/chat", { body, ...(headers ? { headers } : {}) }),
      faults,
    );
    const { answer, claims, sends } = observed;
    const isStranger = origin !== undefined && origin !== ownOrigin;
    const expectedClaims = answer.status === 200 || answer.status === 503 ? 1 : 0;
    const isCounted = faults.store === "none" || answer.status === 503;
    const problems = [
      ...problemsOf(observed, faults),
      ...([200, 400, 403, 413, 422, 503].includes(answer.status)
        ? []
        : [`status ${answer.status}`]),
      ...(isStranger === (answer.status === 403) ? [] : ["asked from another site, or refused"]),
      ...(claims.length > expectedClaims ? ["counted, and not answered"] : []),
      ...(isCounted && claims.length < expectedClaims ? ["answered, and not counted"] : []),
      ...(sends.length === 0 ? [] : ["a call to a platform"]),
      ...(isJsonObject(answer.body) ? [] : ["an answer that is no JSON object"]),
    ];
    return { status: answer.status, problems, ms: observed.ms };
  },
};

/** What asks for another try says nothing. */
function isJsonObject(body: string): boolean {
  return body === "" || (body.isWellFormed() && typeof JSON.parse(body) === "object");
}
