// `faq counts`: what people asked about, so that nobody can be told from it.
import { writeFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Command, Option } from "commander";
import type { Count } from "../../functions/webhook/counts/cell.ts";
import { dayMs, dayOf, daysBetween } from "../../functions/webhook/counts/day.ts";
import { readDynamoCounts } from "../../functions/webhook/counts/dynamo-counts.ts";
import { readEmbeddedCounts } from "../../functions/webhook/counts/embedded.ts";
import { type StorePlace, storePlace } from "../../functions/webhook/store-for.ts";
import { tellRefusal } from "../aws-refusal.ts";
import { cannotWrite } from "../file-refusal.ts";
import { notesAndExamples } from "../help.ts";
import { startProgress } from "../progress.ts";
import { faqEntries, missingFaqNotes } from "../report/faq-entries.ts";
import { formatReport, formats, holdsNotes, type ReportFormat } from "../report/format.ts";
import { knownFaq } from "../report/known-faq.ts";
import { makeOverview } from "../report/overview.ts";
import { type PageLanguage, pageLanguageFor, pageLanguages } from "../report/page/languages.ts";
import { rawPage } from "../report/page/raw-page.ts";
import { reportPage } from "../report/page/report-page.ts";
import { rawTable } from "../report/raw.ts";
import { makeReport } from "../report/report.ts";
import type { ReportDays } from "../report/report-days.ts";
import { readUncounted, tellUncounted, type Uncounted } from "../report/uncounted.ts";
import { tellStoreFault } from "../store-fault.ts";
import { exitCodes, UserError } from "../user-error.ts";

interface CountsOptions {
  /** The FAQ's folder. */
  readonly faq: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: ReportFormat;
  readonly language?: PageLanguage;
  readonly output?: string;
  readonly raw?: boolean;
}

/**
 * The first day that any report looks at, so that all of them see the same. No deployment counted
 * before; a file of counts costs nothing to read, and may hold an older trial.
 */
const countingBegan = { dynamo: "2026-10-01", embedded: "2021-01-01" } as const;

const defaultDays = 30;

export function addCounts(program: Command): void {
  program
    .command("counts")
    .description("report what people asked about")
    .option("--from <day>", `the first day, YYYY-MM-DD (default: ${defaultDays} days ago)`)
    .option("--to <day>", "the last day (default: yesterday; today with --raw)")
    .addOption(new Option("--format <format>", "how to print it").choices(formats).default("table"))
    .addOption(
      new Option(
        "--language <code>",
        "the language of --format html (default: the FAQ's first)",
      ).choices(pageLanguages),
    )
    .option("-o, --output <file>", "write to a file instead")
    .option("--raw", "the exact cells as they stand, which may single people out")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "Without COUNTS_TABLE and EVENTS_TABLE, what `npm start` counted on this machine; a deployment prints its own whole command as ReportCommand.",
        ],
        examples: [
          "counts",
          "counts --from 2026-11-01 --to 2026-11-30 --format csv -o november.csv",
          "counts --format html -o report.html",
        ],
      }),
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CountsOptions>();
      const today = dayOf(Date.now());
      const yesterday = dayOf(Date.now() - dayMs);
      const from = dayFrom(options.from) ?? dayOf(Date.now() - defaultDays * dayMs);
      const asked = dayFrom(options.to) ?? (options.raw ? today : yesterday);
      // A day that is not over could be compared with itself an hour later.
      const to = options.raw || asked < today ? asked : yesterday;
      if (from > to) {
        const reason = options.raw ? "" : "; a report ends yesterday at the latest";
        throw new UserError(`There is no day from ${from} to ${to}${reason}.`, exitCodes.usage);
      }
      if (options.language && options.format !== "html") {
        throw new UserError("--language is for --format html only.", exitCodes.usage);
      }
      const days = { from, to };
      const { text, notes } = options.raw
        ? await rawReport(days, options)
        : await closedReport(days, options);
      for (const note of notes) process.stderr.write(`${note}\n`);
      if (options.output) writeTo(options.output, text);
      else process.stdout.write(text);
    });
}

/** A report to print, and what is told beside it. */
interface Printed {
  readonly text: string;
  readonly notes: readonly string[];
}

async function rawReport(
  days: ReportDays,
  { format, faq, language }: CountsOptions,
): Promise<Printed> {
  const table = rawTable(await readCounts(storePlace(process.env), days.from, days.to));
  const text =
    format === "html"
      ? rawPage(table, language ?? pageLanguageFor(knownFaq(faq).languages))
      : formatReport(table, format);
  const warning = "These are exact counts. Small ones may tell who asked: don't publish them.";
  return { text, notes: [warning] };
}

/** Read from the first day on: what a report shows of a day depends on the days before it. */
async function closedReport(
  days: ReportDays,
  { format, faq, language }: CountsOptions,
): Promise<Printed> {
  const place = storePlace(process.env);
  const began = countingBegan[place.kind];
  const counts = await readCounts(place, days.from < began ? days.from : began, days.to);
  const uncounted: Uncounted =
    place.kind === "dynamo"
      ? await readUncounted(days)
      : {
          kind: "unknown",
          reason: "own-log",
          why: "`npm start` writes a line for each to its log",
        };
  const entries = faqEntries(faq);
  if (format === "html") {
    const known = knownFaq(faq);
    const text = reportPage({
      overview: makeOverview(counts, days, entries),
      uncounted,
      known,
      language: language ?? pageLanguageFor(known.languages),
    });
    return { text, notes: missingFaqNotes(faq) };
  }
  const report = makeReport(counts, days, entries);
  const notes = [...report.notes, tellUncounted(uncounted, report.questions)];
  const text = formatReport({ ...report, notes }, format);
  return { text, notes: [...missingFaqNotes(faq), ...(holdsNotes(format) ? [] : notes)] };
}

async function readCounts(place: StorePlace, from: string, to: string): Promise<Count[]> {
  if (place.kind === "embedded") {
    return readEmbeddedCounts(place.directory, from, to).catch((error: Error) => {
      throw tellStoreFault(error, place.directory);
    });
  }
  const client = new DynamoDBClient({});
  const progress = startProgress("Reading the counts");
  try {
    return await readDynamoCounts({ client, ...place }, from, to, progress.show);
  } catch (error) {
    throw tellRefusal(error, `read the counts table "${place.countsTable}"`, "dynamodb:Query");
  } finally {
    progress.end();
    client.destroy();
  }
}

function writeTo(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function dayFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  // A day that the calendar doesn't have is read as another one, or as none.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && daysBetween(text, text)[0] === text;
  if (!isDay) throw new UserError(`"${text}" is not a day such as 2026-11-23.`, exitCodes.usage);
  return text;
}
