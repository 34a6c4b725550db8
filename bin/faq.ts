// The command line's process: its streams, and the status it ends with.
import { runProgram } from "./program.ts";

// The AWS SDK would warn of older Nodes before every result; package.json says which one it takes.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever reads us has seen enough: `| head`.
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

const status = await runProgram(process.argv.slice(2));
if (status !== undefined) process.exitCode = status;
