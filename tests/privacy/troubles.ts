// Bugs as they may happen in anything the bot calls: what they throw quotes what it was given.
import { StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import { pick } from "../../functions/webhook/training/random.ts";

const bugs: readonly ((quoted: string) => unknown)[] = [
  (quoted) => new TypeError(`Cannot read properties of ${quoted}`),
  (quoted) => new SyntaxError(`Unexpected token in JSON: "${quoted}"`),
  (quoted) => new Error("Failed", { cause: new Error(quoted) }),
  (quoted) => new AggregateError([new Error(quoted)], quoted),
  (quoted) => Object.assign(new Error(quoted), { name: quoted }),
  (quoted) => Object.assign(new Error(quoted), { code: quoted, path: quoted }),
  (quoted) => Object.assign(new RangeError(quoted), { stack: quoted }),
  (quoted) => new StoreUnavailable(quoted),
  (quoted) => quoted,
  (quoted) => ({ name: quoted, message: quoted, toString: () => quoted }),
];

export function bugQuoting(quoted: string, random: () => number): unknown {
  return pick(bugs, random)?.(quoted);
}
