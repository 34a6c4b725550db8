// The function's entry: everything that is made once per cold start.
import { readBotData } from "./bot-data.ts";
import { createHandler } from "./handler.ts";
import { createLog } from "./log.ts";
import { codeOf } from "./log-codes.ts";
import { settingsFor } from "./settings-source.ts";
import { storeFor } from "./store-for.ts";

const data = readBotData(import.meta.dirname);
const log = createLog(data.build);

for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error) => {
    log({ level: "error", event: "crash", code: codeOf(error) });
    process.exit(1);
  });
}

export const handler = createHandler({
  data,
  store: storeFor(process.env),
  settings: settingsFor(process.env),
});
