// What training learnt, in one byte for each weight.
import type { SparseWeights } from "../matching/linear.ts";
import { runsOf } from "../matching/runs.ts";
import type { LooseWeights } from "./sparse.ts";

/**
 * A byte holds four times as many, but with so few a model's file is a fourteenth smaller when it is
 * compressed, and answers the same questions.
 */
const fewSteps = 31;

/**
 * Rounds each weight to so many steps of the largest; what rounds to 0 is dropped.
 * @param steps up to 127
 */
export function quantize(
  { start, columns, weights, bias }: LooseWeights,
  steps = fewSteps,
): SparseWeights {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest > 0 ? largest / steps : 1;
  const lengths = new Uint32Array(start.length - 1);
  const keptColumns: number[] = [];
  const kept: number[] = [];
  for (let row = 0; row < lengths.length; row++) {
    const keptBefore = kept.length;
    for (let place = start[row] as number; place < (start[row + 1] as number); place++) {
      const step = Math.round((weights[place] as number) / scale);
      if (step === 0) continue;
      keptColumns.push(columns[place] as number);
      kept.push(step);
    }
    lengths[row] = kept.length - keptBefore;
  }
  return {
    rows: runsOf(lengths),
    columns: (bias.length > 256 ? Uint16Array : Uint8Array).from(keptColumns),
    weights: Int8Array.from(kept),
    scale,
    bias,
  };
}
