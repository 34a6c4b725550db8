// Keeps out of the bundle what the SDK loads only on occasions that the function never has.
import type { Plugin } from "esbuild";

interface LeftOut {
  /** Modules that the SDK asks for with a late `import()`. */
  readonly modules: RegExp;
  readonly error: { readonly name: string; readonly message: string };
}

const leftOut: readonly LeftOut[] = [
  {
    // Every way to credentials but the environment, where Lambda puts them: 100 KB.
    modules:
      /^@(aws-sdk|smithy)\/credential-provider-(ini|sso|login|process|web-identity|http|imds)$/,
    error: {
      name: "CredentialsProviderError",
      message:
        "The bundle takes AWS credentials from the environment only, and finds none: set " +
        "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and unset AWS_PROFILE. " +
        "`aws configure export-credentials --format env` prints those of a profile.",
    },
  },
  {
    // DynamoDB has none. While they are there, esbuild can't let the SDK's core stand unwrapped,
    // and what is wrapped is read twice.
    modules: /^@smithy\/core\/event-streams$/,
    error: { name: "Error", message: "The bundle has no event streams." },
  },
];

const namespace = "left-out";

/** In place of each such module stands one that throws when it is loaded. */
export const leaveOut: Plugin = {
  name: "leave-out",
  setup({ onResolve, onLoad }) {
    for (const [index, { modules }] of leftOut.entries()) {
      onResolve({ filter: modules }, ({ kind }) =>
        kind === "dynamic-import" ? { path: String(index), namespace } : undefined,
      );
    }
    onLoad({ filter: /^/, namespace }, ({ path }) => ({
      contents: thrower(leftOut[Number(path)]?.error),
    }));
  },
};

/** CommonJS: around a module that is loaded late, esbuild wraps whatever shares code with it. */
function thrower({ name, message }: LeftOut["error"] = { name: "Error", message: "" }): string {
  return `module.exports = null;
throw Object.assign(new Error(${JSON.stringify(message)}), { name: ${JSON.stringify(name)} });`;
}
