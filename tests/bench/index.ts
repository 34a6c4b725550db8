// `npm run bench -- NAME`: measures, and prints figures that anyone can have again.
import { benchClinc } from "./clinc.ts";
import { benchQuery } from "./query.ts";

const benches: Record<string, { run: () => void; what: string }> = {
  clinc: { run: benchClinc, what: "the engine on CLINC150: 150 intents, 10 phrasings each" },
  query: { run: benchQuery, what: "time of a question, beside Fuse.js over the same phrasings" },
};

const name = process.argv[2] ?? "";
if (Object.hasOwn(benches, name)) benches[name]?.run();
else {
  const list = Object.entries(benches).map(([bench, { what }]) => `  ${bench.padEnd(8)} ${what}`);
  process.stderr.write(`Usage: npm run bench -- NAME\n\n${list.join("\n")}\n`);
  process.exitCode = name === "" || name === "--help" ? 0 : 2;
}
