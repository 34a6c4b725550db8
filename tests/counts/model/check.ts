// Checks a model: every order of everything that may happen, up to its number of faults.
import { type Exploration, explore } from "./explore.ts";
import { firstSituation, type Model } from "./model.ts";
import { brokenIn, type Property } from "./properties.ts";
import { nameOf, type Situation } from "./situation.ts";
import { stepsFrom } from "./steps.ts";

export interface Check extends Exploration {
  /** Every `stage event` of the table that was followed. */
  readonly legs: ReadonlySet<string>;
}

/** All properties, unless it is told which. */
export function check(model: Model, properties?: readonly Property[]): Check {
  const legs = new Set<string>();
  const exploration = explore<Situation>({
    first: firstSituation(model),
    *stepsFrom(situation) {
      for (const happening of stepsFrom(model, situation)) {
        if (happening.leg) legs.add(happening.leg);
        yield happening;
      }
    },
    nameOf,
    brokenIn: (situation) => brokenIn(situation, model, properties),
  });
  return { ...exploration, legs };
}
