// The commands, in the order of the help. Each is loaded only when it is added: together they take a second.
import type { Command } from "commander";

type Add = (program: Command) => Promise<void>;

export const commands: Readonly<Record<string, Add>> = {
  ask: async (program) => (await import("./ask.ts")).addAsk(program),
  words: async (program) => (await import("./words.ts")).addWords(program),
  check: async (program) => (await import("./check.ts")).addCheck(program),
  new: async (program) => (await import("./new.ts")).addNew(program),
  "add-language": async (program) => (await import("./add-language.ts")).addAddLanguage(program),
  schema: async (program) => (await import("./schema.ts")).addSchema(program),
  eval: async (program) => (await import("./eval.ts")).addEval(program),
  diff: async (program) => (await import("./diff.ts")).addDiff(program),
  counts: async (program) => (await import("./counts.ts")).addCounts(program),
  cost: async (program) => (await import("./cost.ts")).addCost(program),
  channels: async (program) => (await import("./channels.ts")).addChannels(program),
  send: async (program) => (await import("./send.ts")).addSend(program),
  serve: async (program) => (await import("./serve.ts")).addServe(program),
  build: async (program) => (await import("./build.ts")).addBuild(program),
  settings: async (program) => (await import("./settings.ts")).addSettings(program),
  smoke: async (program) => (await import("./smoke.ts")).addSmoke(program),
  rollback: async (program) => (await import("./rollback.ts")).addRollback(program),
};
