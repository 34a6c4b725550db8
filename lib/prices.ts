// AWS's list prices of what a deployment uses: us-east-1, on demand, each as its page had it.

export const pricedRegion = "us-east-1";
export const pricesAsOf = "November 2026";

/**
 * What AWS gives every account each month for nothing, for good; all that runs in the account
 * shares it. API Gateway's million requests are not here: they end after an account's first year.
 */
export const allowances = {
  lambdaRequests: 1_000_000,
  lambdaGbSeconds: 400_000,
  tableGb: 25,
  /** What is taken in and what is kept, together. */
  logGb: 5,
  outGb: 100,
  keyRequests: 20_000,
  alarms: 10,
  customMetrics: 10,
  dashboards: 3,
} as const;

export type AllowanceName = keyof typeof allowances;

/** So much for so many units, in the first tier where there are several. */
export interface Price {
  readonly usd: number;
  readonly per: number;
  readonly unit: string;
  readonly allowance?: AllowanceName;
  /** The page of AWS that states it. */
  readonly page: string;
}

const million = 1_000_000;
const apiGateway = "https://aws.amazon.com/api-gateway/pricing/";
const lambda = "https://aws.amazon.com/lambda/pricing/";
const dynamoDb = "https://aws.amazon.com/dynamodb/pricing/on-demand/";
const cloudWatch = "https://aws.amazon.com/cloudwatch/pricing/";
const transfer = "https://aws.amazon.com/ec2/pricing/on-demand/";
const keys = "https://aws.amazon.com/kms/pricing/";

export const prices = {
  /** A request counts once for each 512 KB begun. */
  httpApiRequests: { usd: 1, per: million, unit: "requests", page: apiGateway },
  lambdaRequests: {
    usd: 0.2,
    per: million,
    unit: "requests",
    allowance: "lambdaRequests",
    page: lambda,
  },
  /** On arm64. */
  lambdaTime: {
    usd: 0.0000133334,
    per: 1,
    unit: "GB-seconds",
    allowance: "lambdaGbSeconds",
    page: lambda,
  },
  tableWrites: { usd: 0.625, per: million, unit: "write units", page: dynamoDb },
  tableStorage: { usd: 0.25, per: 1, unit: "GB-months", allowance: "tableGb", page: dynamoDb },
  tableBackup: { usd: 0.2, per: 1, unit: "GB-months", page: dynamoDb },
  logIngestion: { usd: 0.5, per: 1, unit: "GB", allowance: "logGb", page: cloudWatch },
  logStorage: { usd: 0.03, per: 1, unit: "GB-months", allowance: "logGb", page: cloudWatch },
  dataOut: { usd: 0.09, per: 1, unit: "GB", allowance: "outGb", page: transfer },
  keyRequests: { usd: 0.03, per: 10_000, unit: "requests", allowance: "keyRequests", page: keys },
  alarms: { usd: 0.1, per: 1, unit: "alarms", allowance: "alarms", page: cloudWatch },
  customMetrics: {
    usd: 0.3,
    per: 1,
    unit: "metrics",
    allowance: "customMetrics",
    page: cloudWatch,
  },
  dashboards: { usd: 3, per: 1, unit: "dashboards", allowance: "dashboards", page: cloudWatch },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;

/** US dollars for one unit. */
export function unitPrice(name: PriceName): number {
  const { usd, per } = prices[name];
  return usd / per;
}
