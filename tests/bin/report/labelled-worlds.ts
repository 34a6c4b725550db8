// Small worlds whose cells have a language, a channel and an outcome, and all that is told of them.
import { type BatchRules, makeOverview } from "../../../bin/report/overview.ts";
import type { Cell, Count } from "../../../functions/webhook/counts/cell.ts";
import { nameOf, type Shown, type World } from "./worlds.ts";

export type Label = Partial<Cell>;

const plain: Cell = { entry: "entry-0", language: "id", channel: "web", outcome: "answer" };

/** Batches that end every day, so that worlds of a day or two have some. */
const smallBatches: BatchRules = {
  questions: { least: 10, mayEndOn: () => true },
  answers: { least: 10, mayEndOn: () => true },
};

/** The counts of a world, whose cells are labelled so. */
export function labelled(world: World, labels: readonly Label[]): Count[] {
  return world.flatMap((daily, cell) =>
    daily.flatMap((n, day) => (n === 0 ? [] : { ...plain, ...labels[cell], day: nameOf(day), n })),
  );
}

/** Everything that the page tells of a world. */
export function toldOnPage(labels: readonly Label[]): Shown {
  return (world, [from, to]) => {
    const days = { from: nameOf(from), to: nameOf(to) };
    return JSON.stringify(makeOverview(labelled(world, labels), days, [], smallBatches));
  };
}
