// `npm run bench -- NAME`: measures, and prints figures that anyone can have again.
import { exitCodes, UserError } from "../../bin/user-error.ts";
import { tellParseFault } from "./arguments.ts";

type Run = (args: readonly string[]) => void | Promise<void>;

interface Bench {
  readonly what: string;
  /** Its options with their defaults, and what else; without, it takes nothing. */
  readonly takes?: string;
  /** Loads it: no bench waits for what another one needs. */
  readonly load: () => Promise<Run>;
}

const benches: Record<string, Bench> = {
  ablation: {
    what: "what each step of the engine is worth",
    load: async () => (await import("./ablation.ts")).benchAblation,
  },
  canary: {
    what: "whether anything of anybody is left anywhere",
    takes: "[--messages 10000] [--seed N]",
    load: async () => (await import("./canary.ts")).benchCanary,
  },
  check: {
    what: "what `faq check` costs, rule by rule",
    takes: "[--entries 2000]",
    load: async () => (await import("./check.ts")).benchCheck,
  },
  cold: {
    what: "what a cold start costs, beside nothing and the SDK",
    takes: "[--runs 20] [--memory-runs 5] [FOLDER …]",
    load: async () => (await import("./cold/cold.ts")).benchCold,
  },
  flood: {
    what: "what forged requests cost, and that they cause nothing",
    takes: "[--requests 1000000]",
    load: async () => (await import("./flood.ts")).benchFlood,
  },
  fuzz: {
    what: "hostile inputs at everything",
    takes: "[--inputs 1000000] [--seed N] [--only TARGET]",
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
    what: "how an entry does that has ten phrasings",
    takes: "[ENTRY …]",
    load: async () => (await import("./lean.ts")).benchLean,
  },
  load: {
    what: "how long it takes",
    takes: "[--rps 200] [--seconds 30] [--outage-seconds 60] [--outage-rps 50]",
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
    what: "whether a test fails for every fault that is planted",
    takes: "[GROUP …]",
    load: async () => (await import("./mutation.ts")).benchMutation,
  },
  pictures: {
    what: "takes the pictures of the documents anew, with Chromium",
    takes: "[FOLDER]",
    load: async () => (await import("../docs/pictures/pictures.ts")).takePictures,
  },
  quality: {
    what: "how well it answers, beside three others",
    takes: "[--quick] [--only development|clinc] [CLINC.json]",
    load: async () => (await import("./quality/quality.ts")).benchQuality,
  },
  rivals: {
    what: "how many misplaced phrasings are found",
    takes: "[--moved 200] [--seeds 3]",
    load: async () => (await import("./rivals.ts")).benchRivals,
  },
  save: {
    what: "how long a saved file takes to be in use while `npm start` runs",
    takes: "[--rounds 3]",
    load: async () => (await import("./save.ts")).benchSave,
  },
  speed: {
    what: "what a question costs, beside four others, and each part of it",
    takes: "[--rounds 5] [--quick]",
    load: async () => (await import("./speed/speed.ts")).benchSpeed,
  },
  scale: {
    what: "how the engine grows with its FAQ",
    takes: "[--entries 50,500,5000] [--phrasings 20] [--svg FILE]",
    load: async () => (await import("./scale/scale.ts")).benchScale,
  },
  storm: {
    what: "the handler while everything fails",
    takes: "[--seed N] [--seeds K] [--deliveries N] [--quiet]",
    load: async () => (await import("./storm/storm.ts")).benchStorm,
  },
  throughput: {
    what: "messages a second, and what they mean on AWS",
    takes: "[--seconds 10] [--plan]",
    load: async () => (await import("./throughput/throughput.ts")).benchThroughput,
  },
  training: {
    what: "what learning costs, and the model's size",
    load: async () => (await import("./training.ts")).benchTraining,
  },
};

const list = Object.entries(benches).map(([name, bench]) => `  ${name.padEnd(10)} ${tell(bench)}`);
const usage = `Usage: npm run bench -- NAME\n\n${list.join("\n")}\n`;

function tell({ what, takes }: Bench): string {
  return takes === undefined ? what : `${what}: ${takes}`;
}

const [name = "--help", ...args] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
const isHelp = (word: string) => word === "--help" || word === "-h";
if (isHelp(name)) process.stdout.write(usage);
else if (!bench) refuse(`There is no bench "${name}".\n\n${usage}`);
else if (args.some(isHelp)) process.stdout.write(`${usageOf(bench)}\n${bench.what}\n`);
else if (args.length > 0 && !bench.takes) refuse(`${name} takes nothing, so leave out ${args[0]}.`);
else await run(bench);

function usageOf({ takes = "" }: Bench): string {
  return `npm run bench -- ${name} ${takes}`.trimEnd();
}

async function run(bench: Bench): Promise<void> {
  try {
    await (await bench.load())(args);
  } catch (error) {
    const fault = tellParseFault(error);
    if (fault) return refuse(`${fault}\nWhat it takes: ${usageOf(bench)}`);
    if (!(error instanceof UserError)) throw error;
    refuse(error.message, error.exitCode);
  }
}

function refuse(sentence: string, status = exitCodes.usage): void {
  process.stderr.write(`${sentence.trimEnd()}\n`);
  process.exitCode = status;
}
