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
  canary: {
    what: "whether anything of anybody is left anywhere: [--messages 10000] [--seed N]",
    load: async () => (await import("./canary.ts")).benchCanary,
  },
  check: {
    what: "what `faq check` costs, rule by rule: [--entries 2000]",
    load: async () => (await import("./check.ts")).benchCheck,
  },
  cold: {
    what: "what a cold start costs, beside nothing and the SDK: [--runs 20] [--memory-runs 5] [FOLDER …]",
    load: async () => (await import("./cold/cold.ts")).benchCold,
  },
  flood: {
    what: "what forged requests cost, and that they cause nothing: [--requests 1000000]",
    load: async () => (await import("./flood.ts")).benchFlood,
  },
  fuzz: {
    what: "hostile inputs at everything: [--inputs 1000000] [--seed N] [--only TARGET]",
    load: async () => (await import("./fuzz.ts")).benchFuzz,
  },
  hasty: {
    what: "how near the lesson after a save comes to the thorough one",
    load: async () => (await import("./hasty.ts")).benchHasty,
  },
  hostile: {
    what: "what the worst texts cost, beside a question",
    load: async () => (await import("./hostile.ts")).benchHostile,
  },
  lean: {
    what: "how an entry does that has ten phrasings: [ENTRY …]",
    load: async () => (await import("./lean.ts")).benchLean,
  },
  load: {
    what: "how long it takes: [--rps 200] [--seconds 30] [--outage-seconds 60] [--outage-rps 50]",
    load: async () => (await import("./load/load.ts")).benchLoad,
  },
  mend: {
    what: "how misspelt words are mended, and what it costs",
    load: async () => (await import("./mend.ts")).benchMend,
  },
  model: {
    what: "every order of three deliveries with three faults, and the planted bugs it finds",
    load: async () => (await import("./model.ts")).benchModel,
  },
  mutation: {
    what: "whether a test fails for every fault that is planted: [GROUP …]",
    load: async () => (await import("./mutation.ts")).benchMutation,
  },
  quality: {
    what: "how well it answers, beside three others: [--quick] [--only development|clinc] [CLINC.json]",
    load: async () => (await import("./quality/quality.ts")).benchQuality,
  },
  rivals: {
    what: "how many misplaced phrasings are found: [--moved 200] [--seeds 3]",
    load: async () => (await import("./rivals.ts")).benchRivals,
  },
  save: {
    what: "how long a saved file takes to be in use while `npm start` runs: [--rounds 3]",
    load: async () => (await import("./save.ts")).benchSave,
  },
  speed: {
    what: "what a question costs, beside four others, and each part of it: [--rounds 5] [--quick]",
    load: async () => (await import("./speed/speed.ts")).benchSpeed,
  },
  scale: {
    what: "how the engine grows with its FAQ: [--entries 50,500,5000] [--phrasings 20] [--svg FILE]",
    load: async () => (await import("./scale/scale.ts")).benchScale,
  },
  storm: {
    what: "the handler while everything fails: [--seed N] [--seeds K] [--deliveries N] [--quiet]",
    load: async () => (await import("./storm/storm.ts")).benchStorm,
  },
  throughput: {
    what: "messages a second, and what they mean on AWS: [--seconds 10] [--plan]",
    load: async () => (await import("./throughput/throughput.ts")).benchThroughput,
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
  const list = Object.entries(benches).map(([bench, { what }]) => `  ${bench.padEnd(10)} ${what}`);
  process.stderr.write(`Usage: npm run bench -- NAME\n\n${list.join("\n")}\n`);
  process.exitCode = name === "" || name === "--help" ? 0 : 2;
}
