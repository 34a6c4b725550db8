// What a person at the command line did or met, in a sentence that says what to do.

/**
 * How a command ends. `usage`: what was typed, or a setting wherever it stands, has to be mended:
 * unknown, missing, contradictory, without its --force, or the name of a file that can't be opened
 * or written. `problems`: something was found wrong outside of it: in the FAQ, in a line of a file,
 * at a bot, at a port that another program has, and whatever AWS says no with, the region and the
 * credentials among it.
 */
export const exitCodes = { fine: 0, problems: 1, usage: 2 };

export class UserError extends Error {
  override name = "UserError";
  readonly exitCode: number;
  constructor(message: string, exitCode: number = exitCodes.problems) {
    super(message);
    this.exitCode = exitCode;
  }
}
