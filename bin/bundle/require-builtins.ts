// Lets the bundle ask Node for its own modules by a call, which loads less of them than `import`.
import { isBuiltin } from "node:module";
import type { Plugin } from "esbuild";

const imported = "builtin-imported";
const required = "builtin-required";

/**
 * For an `import` of one of its own modules Node reads every export, and some of them load what
 * nobody asked for: `node:http` has a WebSocket, and with that all of undici.
 */
export const requireBuiltins: Plugin = {
  name: "require-builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path, kind }) => {
      if (!isBuiltin(path)) return undefined;
      const name = path.startsWith("node:") ? path : `node:${path}`;
      const namespace = kind === "require-call" ? required : imported;
      return { path: name, namespace, sideEffects: false };
    });
    // An export is read where it is used: `import { ReadStream } from "node:fs"` alone would load
    // streams of files. What inherits has no properties of its own that esbuild would copy. A module
    // that is a class stays one.
    onLoad({ filter: /^/, namespace: imported }, ({ path }) => ({
      contents: `const builtin = ${call(path)};
module.exports = typeof builtin === "function" ? builtin
  : Object.create(builtin, { __esModule: { value: true }, default: { value: builtin } });`,
    }));
    onLoad({ filter: /^/, namespace: required }, ({ path }) => ({
      contents: `module.exports = ${call(path)};`,
    }));
  },
};

function call(path: string): string {
  return `process.getBuiltinModule(${JSON.stringify(path)})`;
}
