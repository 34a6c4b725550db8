// `npm run bench -- NAME`: measures, and prints figures that anyone can have again.

type Run = (args: readonly string[]) => void | Promise<void>;

interface Bench {
  readonly what: string;
  /** Loads it: no bench waits for what another one needs. */
  readonly load: () => Promise<Run>;
}

const benches: Record<string, Bench> = {
  ablation: {
    what: "what each step of the engine is worth",
    load: async () => (await import("./ablation.ts")).benchAblation,
  },
  hostile: {
    what: "what the worst texts cost, beside a question",
    load: async () => (await import("./hostile.ts")).benchHostile,
  },
  lean: {
    what: "how an entry does that has ten phrasings: [ENTRY …]",
    load: async () => (await import("./lean.ts")).benchLean,
  },
  quality: {
    what: "how well it answers, beside three others: [--quick] [--only development|clinc] [CLINC.json]",
    load: async () => (await import("./quality/quality.ts")).benchQuality,
  },
  query: {
    what: "time of a question, beside Fuse.js over the same phrasings",
    load: async () => (await import("./query.ts")).benchQuery,
  },
  training: {
    what: "what learning costs, and the model's size",
    load: async () => (await import("./training.ts")).benchTraining,
  },
};

const [name = "", ...args] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench) await (await bench.load())(args);
else {
  const list = Object.entries(benches).map(([bench, { what }]) => `  ${bench.padEnd(9)} ${what}`);
  process.stderr.write(`Usage: npm run bench -- NAME\n\n${list.join("\n")}\n`);
  process.exitCode = name === "" || name === "--help" ? 0 : 2;
}
