// A month's bill: what was used, at AWS's prices, with and without what AWS gives for nothing.
import {
  type AllowanceName,
  allowances,
  type Price,
  type PriceName,
  prices,
  unitPrice,
} from "../../lib/prices.ts";
import type { Use } from "./usage.ts";

export interface BillLine extends Use {
  /** US dollars where others in the account have used up the allowance. */
  readonly usd: number;
  /** US dollars where the whole allowance is left. */
  readonly usdAfterAllowance: number;
}

export interface Bill {
  readonly lines: readonly BillLine[];
  readonly usd: number;
  readonly usdAfterAllowance: number;
}

export function billFor(uses: readonly Use[]): Bill {
  const left: Record<AllowanceName, number> = { ...allowances };
  const lines = uses.map((use): BillLine => {
    const free = takeFree(use, left);
    return {
      ...use,
      usd: use.amount * unitPrice(use.price),
      usdAfterAllowance: (use.amount - free) * unitPrice(use.price),
    };
  });
  return {
    lines,
    usd: total(lines.map(({ usd }) => usd)),
    usdAfterAllowance: total(lines.map(({ usdAfterAllowance }) => usdAfterAllowance)),
  };
}

/** How much of it is free; lines that share an allowance take of it in turn. */
function takeFree({ price, amount }: Use, left: Record<AllowanceName, number>): number {
  const { allowance } = priceOf(price);
  if (allowance === undefined) return 0;
  const free = Math.min(amount, left[allowance]);
  left[allowance] -= free;
  return free;
}

/** Not every price has an allowance. */
export function priceOf(name: PriceName): Price {
  return prices[name];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
