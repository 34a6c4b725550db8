// What can be shown to whoever looks: colours, and a line that changes.

interface Stream {
  readonly isTTY?: boolean;
}

/** As Node itself decides: FORCE_COLOR, then NO_COLOR (https://no-color.org), then the terminal. */
export function hasColour({ isTTY = false }: Stream, environment = process.env): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined) return !["0", "false"].includes(FORCE_COLOR);
  return isTTY && !NO_COLOR && TERM !== "dumb";
}

/** A log of CI may call itself a terminal, and would keep every state of the line. */
export function canRedraw({ isTTY = false }: Stream, environment = process.env): boolean {
  return isTTY && environment.TERM !== "dumb" && !environment.CI;
}
