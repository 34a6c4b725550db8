// One step of gradient descent for one weight, wherever it lies.
import { descent } from "./descent.ts";

/**
 * AdaGrad (Duchi, Hazan and Singer 2011): the weight moves against its gradient, l2 · weight
 * included, by rate · gradient / √squares; `squares` sums the squared gradients it has seen.
 */
export function moveWeight(
  weights: Float32Array,
  squares: Float32Array,
  place: number,
  lossGradient: number,
  rate: number,
): void {
  const weight = weights[place] as number;
  const gradient = lossGradient + descent.l2 * weight;
  const sum = (squares[place] as number) + gradient * gradient;
  squares[place] = sum;
  weights[place] = weight - (rate * gradient) / Math.sqrt(sum);
}
