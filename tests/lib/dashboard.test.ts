// The dashboard as somebody sees it whom an alarm has woken: can they find what it speaks of?
import { describe, expect, it } from "vitest";
import { propertiesOf, propertiesOfAll, synthesize } from "./synthesize.ts";

type MetricRow = [
  ...names: string[],
  options: { label?: string; expression?: string; visible?: boolean },
];

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly properties: { readonly title?: string; readonly metrics?: readonly MetricRow[] };
}

/** With a word in place of whatever CloudFormation fills in. */
function widgetsOf(body: { "Fn::Join": [string, (string | object)[]] }): Widget[] {
  const parts = body["Fn::Join"][1].map((part) => (typeof part === "string" ? part : "name"));
  return JSON.parse(parts.join("")).widgets;
}

describe.each([
  ["an HTTP API", {}, ["AWS/ApiGateway Count"]],
  ["a function URL", { ingress: "function-url", "reserved-concurrency": "5" }, []],
] as const)("the dashboard of %s", (_, options, pricedAtTheDoor) => {
  const template = synthesize(options);
  const { DashboardBody } = propertiesOf(template, "AWS::CloudWatch::Dashboard");
  const widgets = widgetsOf(DashboardBody);
  const rows = widgets.flatMap(({ properties }) => properties.metrics ?? []);
  const labelOf = (row: MetricRow) => (row.at(-1) as { label?: string }).label ?? "";
  const alarms = propertiesOfAll(template, "AWS::CloudWatch::Alarm");

  it("has a line for each alarm, under the name of the alarm", () => {
    for (const { AlarmName, Namespace, MetricName } of alarms) {
      const name = AlarmName.replace(/^Jelas-/, "");
      const drawn = rows.filter((row) => row[0] === Namespace && row[1] === MetricName);
      const named = drawn.filter((row) => labelOf(row).startsWith(`${name}: `));
      expect(named, name).toHaveLength(1);
    }
  });

  it("names what the alarms tell people to look at there", () => {
    const told = alarms.flatMap(({ AlarmDescription }) =>
      [...AlarmDescription.matchAll(/Compare (\w+) and (\w+) on the dashboard/g)].flatMap(
        ([, one, other]) => [one, other],
      ),
    );
    expect(told.length).toBeGreaterThan(1);
    const names = rows.map((row) => labelOf(row).split(":")[0]);
    expect(names).toEqual(expect.arrayContaining(told));
  });

  it("fills each row from left to right, and draws nothing over anything", () => {
    const widths = new Map<number, number>();
    for (const { x, y, width } of widgets) {
      expect(x).toBe(widths.get(y) ?? 0);
      widths.set(y, x + width);
    }
    expect(new Set(widths.values())).toEqual(new Set([24]));
  });

  it("reckons with a price of each request only where the front door has one", () => {
    const priced = rows
      .filter((row) => (row.at(-1) as { visible?: boolean }).visible === false)
      .map(([namespace, metric]) => `${namespace} ${metric}`);
    expect(priced).toContain("AWS/Lambda Invocations");
    expect(priced.filter((name) => /Gateway|Url/.test(name))).toEqual(pricedAtTheDoor);
  });
});
