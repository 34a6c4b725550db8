// What a person at the command line did or met, in a sentence that says what to do.

/**
 * How a command ends. `usage`: what was typed, or a setting wherever it stands, has to be mended
 * before the command can begin: unknown, missing, contradictory, without its --force, or the name
 * of a file that can't be opened. `problems`: it could begin, and found something wrong: in the
 * FAQ, in a line of a file, at a bot, on AWS.
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
