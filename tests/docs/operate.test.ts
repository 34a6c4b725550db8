// What docs/operate.md tells operators, held to the stack, the log and the settings that there are.
import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { endings } from "../../functions/webhook/counts/journey.ts";
import { createLog } from "../../functions/webhook/log.ts";
import { failures, type LogRecord, levels, logEvents } from "../../functions/webhook/log-record.ts";
import { metricUnits } from "../../functions/webhook/metrics.ts";
import { allSettings } from "../../functions/webhook/settings.ts";
import { type DeploymentOptions, readOptions } from "../../lib/options.ts";
import { propertiesOf, propertiesOfAll, synthesize } from "../lib/synthesize.ts";
import { fencesIn, readDocument } from "./documents.ts";

const page = "docs/operate.md";
const text = readDocument(page);
const template = synthesize();

/** What stands between a heading and the next of the same rank or a higher one. */
function section(heading: string): string {
  const [rank = ""] = heading.split(" ");
  const after = text.split(`\n${heading}\n`)[1];
  if (after === undefined) throw new Error(`${page} has no heading "${heading}".`);
  return after.split(new RegExp(`\n#{1,${rank.length}} `))[0] ?? "";
}

/** The cells of the table whose first column has this title, row by row. */
function tableUnder(title: string): string[][] {
  const after = text.split(`\n| ${title} |`)[1];
  if (after === undefined) throw new Error(`${page} has no table of each ${title}.`);
  const [, , ...rows] = (after.split("\n\n")[0] ?? "").split("\n");
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const inCode = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
const namesIn = (table: string[][]) => table.flatMap(([first]) => inCode(first));
const fences = (name: string) =>
  fencesIn(text)
    .filter(({ language }) => language === name)
    .map(({ lines }) => lines.join("\n"));

describe("the alarms", () => {
  interface AlarmProperties {
    readonly AlarmName: string;
    readonly AlarmDescription: string;
    readonly Threshold: number;
    readonly Period: number;
    readonly DatapointsToAlarm: number;
    readonly EvaluationPeriods: number;
  }
  const alarms: AlarmProperties[] = propertiesOfAll(template, "AWS::CloudWatch::Alarm");
  const names = alarms.map(({ AlarmName }) => AlarmName.replace(/^Jelas-/, ""));
  const sections = [...section("## Alarms").matchAll(/^### (.+)$/gm)].map(([, name]) => name);

  it("have a section each, and there is none without an alarm", () => {
    expect(names.length).toBeGreaterThan(5);
    expect([...sections].sort()).toEqual([...names].sort());
  });

  it("each say what they mean, what to do, and when they are harmless", () => {
    for (const name of names) {
      const own = section(`### ${name}`);
      for (const part of ["**Means**", "**People notice**", "\n1. ", "**Harmless**"]) {
        expect(own, name).toContain(part);
      }
    }
  });

  it("ring when the table says so", () => {
    const rows = alarms.map((alarm) => {
      const name = alarm.AlarmName.replace(/^Jelas-/, "");
      return [
        `[${name}](#${name.toLowerCase()})`,
        String(alarm.Threshold),
        `${alarm.Period / 60} minutes`,
        `${alarm.DatapointsToAlarm} of ${alarm.EvaluationPeriods}`,
      ];
    });
    expect(tableUnder("alarm").sort()).toEqual(rows.sort());
  });

  it("lead to this page under the name that it uses", () => {
    for (const { AlarmName, AlarmDescription } of alarms) {
      const name = AlarmName.replace(/^Jelas-/, "");
      expect(AlarmDescription).toContain(`${page}, "${name}"`);
    }
  });
});

describe("the options", () => {
  const properties: Record<string, keyof DeploymentOptions> = {
    stage: "stage",
    ingress: "ingress",
    domain: "domain",
    certificate: "domain",
    "throttle-rate": "throttleRatePerSecond",
    "throttle-burst": "throttleBurst",
    "reserved-concurrency": "reservedConcurrency",
    settings: "settingsParameter",
    watch: "watch",
    email: "email",
    "monthly-budget": "monthlyBudgetUsd",
  };

  it("are all those there are, each with its default", () => {
    const wrong = new App({ context: { "no-such-option": "1" } });
    expect(() => readOptions(wrong.node)).toThrow(/The options are /);
    let known: string[] = [];
    try {
      readOptions(wrong.node);
    } catch (error) {
      known = String(error).split("The options are ")[1]?.replace(/\.$/, "").split(", ") ?? [];
    }
    const defaults = readOptions(new App().node);
    const expected = known.map((name) => {
      const property = properties[name];
      if (!property) throw new Error(`This test doesn't know the option ${name}.`);
      return [name, String(defaults[property] ?? "none")];
    });
    const rows = tableUnder("option").map(([name, value]) => [inCode(name)[0], value]);
    expect(rows.sort()).toEqual(expected.sort());
  });
});

describe("the outputs", () => {
  it("are all explained, and nothing is that isn't printed", () => {
    const certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d";
    const withDomain = synthesize({ domain: "tanya.example.org", certificate });
    expect(Object.keys(template.findOutputs("*"))).not.toContain("DomainTarget");
    const printed = Object.keys(withDomain.findOutputs("*"));
    expect(namesIn(tableUnder("output")).sort()).toEqual(printed.sort());
  });
});

describe("what is looked for by how its name begins", () => {
  it.each([
    ["Jelas-WebhookLog", "AWS::Logs::LogGroup"],
    ["Jelas-WebhookAccessLog", "AWS::Logs::LogGroup"],
    ["Jelas-TablesCounts", "AWS::DynamoDB::Table"],
  ])("%s is one %s", (beginning, type) => {
    expect(text).toContain(beginning);
    const ids = Object.keys(template.findResources(type)).map((id) => `Jelas-${id}`);
    expect(ids.filter((id) => id.startsWith(beginning))).toHaveLength(1);
  });
});

describe("the log", () => {
  const build = "0123456789abcdef";
  const lineOf = (record: LogRecord, namespace?: string, atMs = 0): string => {
    let line = "";
    const write = (written: string) => {
      line = written.trimEnd();
    };
    createLog(build, { write, metricsNamespace: namespace, now: () => atMs })(record);
    return line;
  };
  const full: Record<keyof LogRecord, unknown> = {
    level: "warn",
    event: "delivery",
    channel: "line",
    ending: "replied",
    delivery: "transient",
    code: "timeout",
    status: 503,
    ms: 1,
  };
  const fields = Object.keys(JSON.parse(lineOf(full as LogRecord)));

  it("is shown by a line that it would write", () => {
    const [example = ""] = fences("json").filter((body) => body.includes('"event"'));
    const given = JSON.parse(example);
    const line = lineOf(given, "Jelas", given._aws.Timestamp);
    expect(example.trim()).toBe(line);
  });

  it("has the fields that the table lists, and no other", () => {
    const listed = namesIn(tableUnder("field")).filter((name) => name !== "_aws");
    expect(listed.sort()).toEqual([...fields].sort());
  });

  it("tells of the events that the table lists, and of no other", () => {
    expect(namesIn(tableUnder("event")).sort()).toEqual([...logEvents].sort());
  });

  it.each([
    ["level", levels],
    ["ending", endings],
    ["delivery", failures],
  ] as const)("%s has the values that are listed", (field, values) => {
    const row = tableUnder("field").find(([name]) => name === `\`${field}\``);
    expect(inCode(row?.[1]).sort()).toEqual([...values].sort());
  });

  it("has the metrics that the table lists, beside the one of the access log", () => {
    const rows = tableUnder("metric").map(([name, unit]) => [inCode(name)[0], unit]);
    const filtered = propertiesOf(template, "AWS::Logs::MetricFilter").MetricTransformations;
    const others = filtered.map(({ MetricName }: { MetricName: string }) => [MetricName, "Count"]);
    expect(rows.sort()).toEqual([...Object.entries(metricUnits), ...others].sort());
  });

  const stage = propertiesOf(template, "AWS::ApiGatewayV2::Stage");
  const accessFields = Object.keys(JSON.parse(stage.AccessLogSettings.Format));
  /** AWS gives these to every line. */
  const given = ["@timestamp", "@message"];

  it.each(fences("insights").map((query) => [query.split("\n").slice(0, 2).join(" "), query]))(
    "has the fields that are asked for: %s",
    (_, query) => {
      const asked = fieldsOf(query);
      expect(asked.length).toBeGreaterThan(0);
      const unknown = [fields, accessFields].map((log) =>
        asked.filter((name) => !log.includes(name) && !given.includes(name)),
      );
      // A query is put to one of the two logs, not to both.
      expect(unknown).toContainEqual([]);
    },
  );
});

const queryWords = new Set([
  ...["fields", "filter", "stats", "sort", "limit", "by", "as", "in", "like", "desc", "asc"],
  ...["and", "or", "not", "count", "avg", "max", "min", "sum", "pct", "bin", "5m", "1h", "1d"],
]);

/** The names in a query of Logs Insights that only the log can give a meaning to. */
function fieldsOf(query: string): string[] {
  const bare = query.replace(/"[^"]*"|\/[^/\n]*\//g, "");
  const made = new Set([...bare.matchAll(/\bas (\w+)/g)].map(([, name]) => name));
  const words = bare.match(/[@\w]+/g) ?? [];
  return words.filter((word) => !queryWords.has(word) && !made.has(word) && !/^\d+$/.test(word));
}

describe("the names of settings", () => {
  it("are settings that there are", () => {
    const channels = /\b(?:WHATSAPP|MESSENGER|TELEGRAM|LINE|TWILIO|GENERIC)_[A-Z_]+|\bPEPPER\b/g;
    const named = new Set(text.match(channels));
    expect(named.size).toBeGreaterThan(10);
    expect([...named].filter((name) => !(name in allSettings))).toEqual([]);
  });
});
