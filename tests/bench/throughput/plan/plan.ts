// The tables of docs/at-scale.md, worked out from the code, AWS's list prices and published limits.
import { commonAssumptions } from "../../../../bin/cost/assumptions.ts";
import { formatBreakingPoints, type Situation } from "./breaking-points.ts";
import { storeAttempts } from "./collisions.ts";
import { demandOf } from "./demand.ts";
import { formatDollars } from "./dollars.ts";
import { type Grounds, planGrounds } from "./ground.ts";
import { platformLimits } from "./limits.ts";
import { markdownTable } from "./markdown.ts";
import { formatRemedies } from "./remedies.ts";
import { formatSteps } from "./steps.ts";

export interface PlanTables {
  readonly breakingPoints: string;
  readonly platforms: string;
  readonly steps: string;
  readonly remedies: string;
  readonly dollars: string;
}

export async function planTables(): Promise<PlanTables> {
  const grounds = await planGrounds();
  const situation = await situationOf(grounds);
  return {
    breakingPoints: formatBreakingPoints(situation),
    platforms: markdownTable(
      ["platform", "replies a second", "where it says so"],
      platformLimits,
      (column) => column === 1,
    ),
    steps: formatSteps(situation),
    remedies: formatRemedies(situation),
    dollars: formatDollars(grounds),
  };
}

async function situationOf({ whatsapp, web }: Grounds): Promise<Situation> {
  return {
    demands: { whatsapp: demandOf(whatsapp), web: demandOf(web) },
    // A transaction holds its items no longer than the call takes.
    holdMs: commonAssumptions.storeMs,
    attempts: await storeAttempts(),
  };
}
