// What keeps a deployment from being made, in a sentence that says what to do about it.

export class DeploymentError extends Error {
  override name = "DeploymentError";
}
