// What a person at the command line did or met, in a sentence that says what to do.

export const exitCodes = { fine: 0, problems: 1, usage: 2 };

export class UserError extends Error {
  override name = "UserError";
  readonly exitCode: number;
  constructor(message: string, exitCode: number = exitCodes.problems) {
    super(message);
    this.exitCode = exitCode;
  }
}
