// Stands in for CloudWatch in tests: the one operation that the report uses, and no other.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** What was uncounted in the period that begins at a time, in epoch milliseconds. */
export interface Datum {
  readonly atMs: number;
  readonly n: number;
}

export interface CloudWatchStandIn {
  readonly endpoint: string;
  /** What it has, in order of time; may be replaced. */
  data: readonly Datum[];
  /** An error that it answers with instead; may be replaced. */
  refusal: string | undefined;
  stop(): Promise<void>;
}

interface GetMetricData {
  readonly StartTime: number;
  readonly EndTime: number;
  readonly NextToken?: string;
  readonly MetricDataQueries: readonly {
    readonly Id: string;
    readonly MetricStat: {
      readonly Metric: { readonly Namespace: string; readonly MetricName: string };
      readonly Period: number;
      readonly Stat: string;
    };
  }[];
}

/** It tells so many numbers at once; for more it has to be asked again. */
const pageSize = 2;

export async function startCloudWatch(): Promise<CloudWatchStandIn> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify(body));
    };
    void json(request).then((body) => {
      if (standIn.refusal) return answer(400, { __type: standIn.refusal });
      if (request.headers["x-amz-target"] !== "GraniteServiceVersion20100801.GetMetricData") {
        return answer(400, { __type: "InvalidAction" });
      }
      answer(200, resultOf(body as GetMetricData, standIn.data));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const standIn: CloudWatchStandIn = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    data: [],
    refusal: undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}

function resultOf(
  { StartTime, EndTime, NextToken = "0", MetricDataQueries: [query] }: GetMetricData,
  data: readonly Datum[],
) {
  const { Namespace, MetricName } = query?.MetricStat.Metric ?? {};
  const isAskedFor =
    Namespace === "Jelas" &&
    MetricName === "Uncounted" &&
    query?.MetricStat.Stat === "Sum" &&
    query.MetricStat.Period === 3600;
  const asked = data.filter(
    ({ atMs }) => isAskedFor && atMs >= StartTime * 1000 && atMs < EndTime * 1000,
  );
  const from = Number(NextToken);
  const page = asked.slice(from, from + pageSize);
  const hasMore = from + pageSize < asked.length;
  return {
    MetricDataResults: [
      {
        Id: query?.Id,
        StatusCode: hasMore ? "PartialData" : "Complete",
        Timestamps: page.map(({ atMs }) => atMs / 1000),
        Values: page.map(({ n }) => n),
      },
    ],
    ...(hasMore ? { NextToken: String(from + pageSize) } : {}),
  };
}
