// The ways to deploy: every value of every option beside every value of every other one.
import type { ContextOptions } from "./synthesize.ts";

const certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d";

/** The values that make a different template; numbers only change a number. */
const choices = {
  door: {
    http: {},
    domain: {
      domain: "tanya.example.org",
      certificate,
      "dev.domain": "dev.example.org",
      "dev.certificate": certificate,
    },
    url: { ingress: "function-url" },
  },
  watch: { all: {}, alarms: { watch: "alarms" }, none: { watch: "none" } },
  email: {
    none: {},
    some: { email: "ops@example.org" },
    budget: { email: "ops@example.org", "monthly-budget": "25" },
  },
  reserved: { none: {}, some: { "reserved-concurrency": "5" } },
  stage: { none: {}, some: { stage: "dev" } },
} satisfies Record<string, Record<string, ContextOptions>>;

type Choice = readonly string[];

const dimensions: readonly (readonly [string, ContextOptions][])[] = Object.values(choices).map(
  (values) => Object.entries(values),
);

/** All of them: every value with every other. */
export const everySet: readonly Choice[] = dimensions.reduce<Choice[]>(
  (sets, values) => sets.flatMap((set) => values.map(([name]) => [...set, name])),
  [[]],
);

/** So few of them that each two values still meet somewhere. */
export const fewSets: readonly Choice[] = fewest(everySet);

function fewest(sets: readonly Choice[]): Choice[] {
  const chosen: Choice[] = [];
  const unmet = new Set(sets.flatMap(pairsOf));
  while (unmet.size > 0) {
    const gain = (set: Choice) => pairsOf(set).filter((pair) => unmet.has(pair)).length;
    const best = sets.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    for (const pair of pairsOf(best)) unmet.delete(pair);
    chosen.push(best);
  }
  return chosen;
}

function pairsOf(set: Choice): string[] {
  return set.flatMap((one, at) =>
    set.slice(at + 1).map((other, after) => `${at}=${one} ${at + 1 + after}=${other}`),
  );
}

export function contextOf(set: Choice): ContextOptions {
  return Object.assign(
    {},
    ...set.map((name, at) => dimensions[at]?.find(([given]) => given === name)?.[1]),
  );
}
