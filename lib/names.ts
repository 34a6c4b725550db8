// What a deployment is called, and what bears its name: shared by the stack and the command line.

/** A stage's name, short enough that nothing which bears it is cut. */
export const stageForm = /^[a-z][a-z0-9-]{0,15}$/;

/** A parameter's whole name: no sign in it can widen what the function may read. */
export const parameterForm = /^(\/[\w.-]+)+$/;

/** `Jelas`, or `Jelas-dev` for a stage of that name. */
export function stackName(stage?: string): string {
  return stage === undefined ? "Jelas" : `Jelas-${stage}`;
}

/** The parameter that holds the deployment's settings, unless the operator names another. */
export function settingsParameter(stage?: string): string {
  return `/${stackName(stage).toLowerCase()}/settings`;
}

/** The name of whichever version of the function is answering. */
export const liveAlias = "live";
