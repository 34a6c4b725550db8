// Figures of very different sizes, written with as many digits as are worth reading.

/** Three digits, no powers of ten: 0.142, 5.12, 63.0, 1290. */
export function threeDigits(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const digitsBefore = Math.floor(Math.log10(Math.abs(rounded) || 1)) + 1;
  return rounded.toFixed(Math.min(Math.max(3 - digitsBefore, 0), 4));
}
