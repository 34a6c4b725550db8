// Serves a function as API Gateway would, on a port of this machine: `node serve-function.ts FOLDER`.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serveEvents } from "../../bin/local-events.ts";

const [folder = ""] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(join(folder, "index.mjs")).href);
const { port } = await serveEvents(handler, 0);
process.stdout.write(`http://localhost:${port}\n`);
