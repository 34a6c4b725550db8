// How long a saved file takes to be in use: in the chat, on the workshop's page, and judged.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openFaqWithProgress } from "../../bin/open-faq.ts";
import { startProgress } from "../../bin/progress.ts";
import { formatTable } from "../../bin/table.ts";
import type { WorkshopState } from "../../bin/workshop/state.ts";
import { wholeNumber } from "./arguments.ts";
import { npmStart } from "./load/npm-start.ts";

const root = join(import.meta.dirname, "../..");
const entry = "calls-privacy";
const file = `personal-privacy/${entry}.yaml`;
/** After a save the desk inspects and learns; the next one is measured in peace. */
const restMs = 45_000;
const patienceMs = 120_000;

/** What a round of saves took, in milliseconds from the save. */
type Times = Readonly<Record<string, number>>;

export async function benchSave(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: "string", default: "3" } },
  });
  const rounds = wholeNumber("--rounds", values.rounds);
  const scratch = mkdtempSync(join(tmpdir(), "jelas-save-"));
  try {
    const faq = join(scratch, "faq");
    cpSync(join(root, "faq"), faq, { recursive: true });
    process.env.DATA_DIR = join(scratch, "data");
    openFaqWithProgress(faq);
    const environment = { PORT: "0", DATA_DIR: process.env.DATA_DIR };
    const bot = await npmStart(environment, ["--faq", faq]);
    try {
      const page = await openPage(bot.origin);
      await pause(restMs / 3);
      const progress = startProgress("Saving");
      const times: Times[] = [];
      for (let round = 0; round < rounds; round++) {
        times.push(await saveOnce(join(faq, file), round, page, bot.origin));
        progress.show((round + 1) / rounds);
      }
      progress.end();
      tell(times);
    } finally {
      await bot.stop();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Page {
  /** Waits for a state of which it holds. */
  until(holds: (state: WorkshopState) => boolean): Promise<void>;
}

async function openPage(origin: string): Promise<Page> {
  let state: WorkshopState | undefined;
  const next = async () => {
    const response = await fetch(`${origin}/workshop/state?after=${state?.version ?? -1}`);
    if (response.status === 200) state = (await response.json()) as WorkshopState;
  };
  await next();
  return {
    async until(holds) {
      const endMs = Date.now() + patienceMs;
      while (!state || !holds(state)) {
        if (Date.now() > endMs) throw new Error("The workshop never showed it.");
        await next();
      }
    },
  };
}

async function saveOnce(path: string, round: number, page: Page, origin: string): Promise<Times> {
  const answer = `Round ${round} of measuring.`;
  const shows = (state: WorkshopState) =>
    state.entries.find(({ id }) => id === entry)?.answer.en?.includes(answer) ?? false;
  let savedMs = Date.now();
  const sinceSave = () => Date.now() - savedMs;
  writeFileSync(path, readFileSync(path, "utf8").replace(/^( {2}en: \|-\n {4})/m, `$1${answer} `));
  const [answered, shown] = await Promise.all([
    untilChat(origin, "are my calls listened to", ({ text }) => text.includes(answer)).then(
      sinceSave,
    ),
    page.until(shows).then(sinceSave),
  ]);
  await pause(restMs / 3);

  // Words that nobody uses, so that nothing but the new phrasing can bring the entry.
  const phrasing = `zorgle frobnicated handset parley ${"abcdefghij"[round % 10]}${round}`;
  savedMs = Date.now();
  appendFileSync(path, `    - ${phrasing}\n`);
  const lists = ({ entries }: WorkshopState) =>
    entries.some(({ phrasings }) => phrasings.some(({ text }) => text === phrasing));
  const [found, listed] = await Promise.all([
    untilChat(origin, phrasing, (reply) => reply.entry === entry).then(sinceSave),
    page.until(lists).then(sinceSave),
  ]);
  const isJudged = ({ lastSave }: WorkshopState) => (lastSave?.sinceMs ?? 0) >= savedMs;
  await page.until(isJudged);
  const judged = sinceSave();
  await page.until((state) => isJudged(state) && state.lastSave?.isFinal === true);
  const learnt = sinceSave();
  await pause(restMs);
  return {
    "answer changed: the chat gives it": answered,
    "answer changed: the workshop shows it": shown,
    "phrasing added: the chat finds it": found,
    "phrasing added: the workshop shows it": listed,
    "phrasing added: its effect is judged, hastily": judged,
    "phrasing added: … and thoroughly": learnt,
  };
}

async function untilChat(
  origin: string,
  text: string,
  holds: (reply: { entry: string | null; text: string }) => boolean,
): Promise<void> {
  const endMs = Date.now() + patienceMs;
  for (;;) {
    const response = await fetch(`${origin}/chat`, {
      method: "POST",
      body: JSON.stringify({ text }),
    });
    if (holds((await response.json()) as Parameters<typeof holds>[0])) return;
    if (Date.now() > endMs) throw new Error("The chat never gave it.");
    await pause(50);
  }
}

function tell(rounds: readonly Times[]): void {
  const rows = Object.keys(rounds[0] ?? {}).map((what) => {
    const times = rounds.map((round) => round[what] ?? 0).sort((a, b) => a - b);
    const median = times[times.length >> 1] ?? 0;
    return [what, ...[median, times.at(-1) ?? 0].map((ms) => `${(ms / 1000).toFixed(2)} s`)];
  });
  process.stdout.write(`${formatTable(["from the save until", "median", "longest"], rows)}\n`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
