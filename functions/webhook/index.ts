// The function's entry: everything that is made once per cold start.
import { readBotData } from "./bot-data.ts";
import { createHandler } from "./handler.ts";
import { createLog } from "./log.ts";
import { settingsFor } from "./settings-source.ts";
import { storeFor } from "./store-for.ts";
import { endOnUnexpectedError } from "./unexpected-errors.ts";

const data = readBotData(import.meta.dirname);
const log = createLog(data.build, { metricsNamespace: process.env.METRICS_NAMESPACE });

endOnUnexpectedError((code) => log({ level: "error", event: "crash", code }));

export const handler = createHandler({
  data,
  store: storeFor(process.env),
  settings: settingsFor(process.env),
  log,
});

log({ level: "info", event: "start", ms: performance.now() });
