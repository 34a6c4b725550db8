// The journey's table in every order of everything that may happen to three deliveries of a message.
import { describe, expect, it } from "vitest";
import { eventsOf, journey, type Stage } from "../../functions/webhook/counts/journey.ts";
import { type Check, check } from "./model/check.ts";
import { ownModel, starts } from "./model/model.ts";
import { plantedBugs } from "./model/planted-bugs.ts";
import { type Property, properties } from "./model/properties.ts";

/** What went wrong, in a form that reads well in the report of a failed test. */
function story({ violation }: Check): string {
  return violation ? [...violation.trace, `Broken: ${violation.property}`].join("\n") : "";
}

describe("three deliveries with three faults", () => {
  const checks = new Map(starts.map((start) => [start, check({ ...ownModel, start })]));

  it.each(starts)("keep every property from %s on", (start) => {
    const own = checks.get(start) as Check;
    expect(story(own)).toBe("");
    expect(own.situations).toBeGreaterThan(start === "claiming" ? 20_000 : 1000);
    expect(own.steps).toBeGreaterThan(3 * own.situations);
  });

  it("take every way that the table has, but one: what is answered at once is never marked", () => {
    const taken = [...checks.values()].flatMap(({ legs }) => [...legs]);
    const all = (Object.keys(journey) as Stage[]).flatMap((stage) =>
      eventsOf[journey[stage].effect].map((event) => `${stage} ${event}`),
    );
    expect(all.filter((leg) => !taken.includes(leg))).toEqual(["claiming-for-response done"]);
    expect(taken.filter((leg) => !all.includes(leg))).toEqual([]);
  });
});

describe("clocks that differ", () => {
  it("by as much as a lease outlasts the function change nothing", () => {
    const apartS = ownModel.leaseS - ownModel.functionTimeoutS;
    expect(story(check({ ...ownModel, faults: 1, aheadS: [0, apartS] }))).toBe("");
  });

  it("by more may repeat an answer, but never lose one, nor count wrongly", () => {
    // Whoever is ahead by a lease and a lifetime finds every lease over: minutes are no worse.
    const apartS = ownModel.leaseS + ownModel.functionTimeoutS;
    const skewed = { ...ownModel, faults: 1, processes: [0, 1], aheadS: [0, apartS] };
    const ofReplies: readonly Property[] = [
      "every reply but the first has a cause of its own: a death or a failure",
      "all being well there is one count and one reply",
    ];
    for (const property of ofReplies) expect(story(check(skewed, [property]))).toContain(property);
    const others = properties.filter((property) => !ofReplies.includes(property));
    expect(story(check(skewed, others))).toBe("");
  });
});

describe("the checker finds", () => {
  it.each(plantedBugs.map((bug) => [bug.name, bug] as const))("%s", (_, { model, breaks }) => {
    const { violation } = check(model, [breaks]);
    expect(violation?.property).toBe(breaks);
    expect(violation?.trace.length).toBeGreaterThan(1);
  });

  it("something that breaks each of its properties", () => {
    expect(new Set(plantedBugs.map(({ breaks }) => breaks))).toEqual(new Set(properties));
  });

  it("the shortest story of a mistake, and tells it step by step", () => {
    const bug = plantedBugs.find(({ name }) => name === "200 while another is at work");
    expect(bug && story(check(bug.model))).toBe(
      [
        "delivery 1 begins",
        "delivery 2 begins",
        "delivery 1 claims: claimed",
        "delivery 2 claims: in-progress",
        "Broken: what was acknowledged was answered, or never can be",
      ].join("\n"),
    );
  });
});
