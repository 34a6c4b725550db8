// Which deployment's parameter is meant, by its own name or by the stage it belongs to.
import { parameterForm, settingsParameter, stageForm } from "../../lib/names.ts";
import { exitCodes, UserError } from "../user-error.ts";

export interface PlaceOptions {
  readonly parameter?: string;
  readonly stage?: string;
}

export interface Place {
  readonly parameter: string;
  /** The options that lead our own commands to it, with a space before them. */
  readonly options: string;
}

/** @throws UserError unless it names a parameter that a deployment can have */
export function placeOf({ parameter, stage }: PlaceOptions): Place {
  if (parameter !== undefined && stage !== undefined) {
    throw new UserError("Give --parameter or --stage, not both.", exitCodes.usage);
  }
  if (parameter !== undefined) {
    if (!parameterForm.test(parameter)) {
      throw new UserError(
        `"${parameter}" is not the name of a parameter, such as /jelas/settings.`,
        exitCodes.usage,
      );
    }
    return { parameter, options: ` --parameter ${parameter}` };
  }
  if (stage !== undefined && !stageForm.test(stage)) {
    throw new UserError(
      `"${stage}" is not a stage: a short name in small letters, such as dev.`,
      exitCodes.usage,
    );
  }
  return {
    parameter: settingsParameter(stage),
    options: stage === undefined ? "" : ` --stage ${stage}`,
  };
}
