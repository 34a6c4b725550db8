// What AWS and the platforms allow by default, as far as is known; where each figure is published.

/** AWS Lambda Developer Guide, "Configure Lambda function memory": one vCPU at 1,769 MB. */
export const memoryOfOneProcessorMb = 1769;

export const limits = {
  /** AWS Lambda Developer Guide, "Lambda quotas"; many new accounts begin with ten. */
  concurrency: 1000,
  newAccountConcurrency: 10,
  /** AWS Lambda Developer Guide, "Understanding Lambda function scaling". */
  requestsPerCopy: 10,
  newCopiesPerTenS: 1000,
  /** Amazon API Gateway Developer Guide, "Quotas for configuring and running an HTTP API". */
  apiRequestsPerS: 10_000,
  apiBurst: 5000,
  /** Amazon DynamoDB Developer Guide, "Partitions and data distribution" and its best practices. */
  partitionWriteUnitsPerS: 1000,
  /** The same, "DynamoDB on-demand capacity mode": of a new table, and by quota of any. */
  newTableWriteUnitsPerS: 4000,
  tableWriteUnitsPerS: 40_000,
  /** AWS General Reference, "Systems Manager endpoints and quotas". */
  parameterReadsPerS: 40,
  /** WhatsApp Cloud API, "Throughput": of a number by default, and once Meta has raised it. */
  whatsappPerS: 80,
  whatsappRaisedPerS: 1000,
} as const;

/** Replies a second that each platform takes from one bot. */
export const platformLimits: readonly (readonly [
  channel: string,
  perSecond: string,
  source: string,
])[] = [
  [
    "WhatsApp",
    `${limits.whatsappPerS}, later up to ${limits.whatsappRaisedPerS.toLocaleString("en-US")}`,
    "WhatsApp Cloud API, “Throughput”; of a number",
  ],
  ["Telegram", "30", "Telegram's “Bots FAQ”; of a bot, and about one a second in a chat"],
  ["LINE", "2,000", "Messaging API reference, “Rate limits”; of a channel"],
  [
    "Messenger",
    "300",
    "Messenger Platform, “Rate limits”; of a page, and 200 a day for each person",
  ],
  [
    "Twilio, WhatsApp",
    String(limits.whatsappPerS),
    "Twilio's help pages; of a sender. Twilio itself queues what is more",
  ],
  ["Twilio, SMS", "1 to 100", "Twilio's help pages; by kind of number and country. Likewise"],
  ["generic, chat page", "no limit", "there is no platform"],
];
