// `npm run bench -- NAME`: measures, and prints figures that anyone can have again.
import { benchAblation } from "./ablation.ts";
import { benchLean } from "./lean.ts";
import { benchQuality } from "./quality/quality.ts";
import { benchQuery } from "./query.ts";
import { benchTraining } from "./training.ts";

type Run = (args: readonly string[]) => void | Promise<void>;

const benches: Record<string, { run: Run; what: string }> = {
  ablation: { run: benchAblation, what: "what each step of the engine is worth" },
  lean: {
    run: benchLean,
    what: "how an entry does that has ten phrasings: [ENTRY …]",
  },
  quality: {
    run: benchQuality,
    what: "how well it answers, beside three others: [--quick] [--only development|clinc] [CLINC.json]",
  },
  query: { run: benchQuery, what: "time of a question, beside Fuse.js over the same phrasings" },
  training: { run: benchTraining, what: "what learning costs, and the model's size" },
};

const [name = "", ...args] = process.argv.slice(2);
if (Object.hasOwn(benches, name)) await benches[name]?.run(args);
else {
  const list = Object.entries(benches).map(([bench, { what }]) => `  ${bench.padEnd(9)} ${what}`);
  process.stderr.write(`Usage: npm run bench -- NAME\n\n${list.join("\n")}\n`);
  process.exitCode = name === "" || name === "--help" ? 0 : 2;
}
