// `npm run bench -- quality`: the same questions through Fuse.js, MiniSearch, nlp.js and Jelas.
import { parseArgs } from "node:util";
import { refusal } from "../arguments.ts";
import { clincPath } from "../clinc-sample.ts";
import { compare, type DataSet, type Row } from "./compare.ts";
import { clincSet, developmentPath, developmentSet } from "./data-sets.ts";
import { formatDataSet } from "./format.ts";
import { figures, formatMatchers } from "./notes.ts";

const clincSizes = [5, 10, 15, 100];
/** Without what takes longest. */
const quickSizes = [5, 10, 15];

export async function benchQuality(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { quick: { type: "boolean" }, only: { type: "string" } },
    allowPositionals: true,
  });
  if (!["development", "clinc", undefined].includes(values.only)) {
    throw refusal(`--only takes development or clinc, not "${values.only}".`);
  }
  const path = positionals[0] ?? clincPath;
  const rows: Row[] = [];
  if (values.only !== "clinc") {
    rows.push(...(await bench("the development set", developmentPath, developmentSet)));
  }
  const sizes = values.quick ? quickSizes : clincSizes;
  for (const perIntent of values.only === "development" ? [] : sizes) {
    const open = () => clincSet(perIntent, path);
    rows.push(...(await bench(`CLINC150 with ${perIntent} phrasings`, path, open)));
  }
  if (rows.length > 0) print(`${formatMatchers(rows)}\n\n${figures}`);
  const day = new Date().toISOString().slice(0, 10);
  print(`${day}, Node ${process.version}: npm run bench -- ${["quality", ...args].join(" ")}`);
}

/** Prints a data set's tables; returns the rows of its first. */
async function bench(
  name: string,
  path: string,
  open: () => DataSet | undefined,
): Promise<readonly Row[]> {
  const set = open();
  if (!set) {
    print(`Skipped ${name}: there is no ${path}.`);
    return [];
  }
  const rows = await compare(set);
  print(formatDataSet(set, rows));
  return rows.get(0) ?? [];
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
