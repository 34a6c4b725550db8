// The life of a fresh process that Lambda would start: loads a bundle, asks it once, then many times.
// `node life.mjs BUNDLE QUESTIONS.json`: figures as JSON on standard error.
//
// It imports nothing of Node's before the bundle does: whoever loads a module first pays for it.

import { chatEvent } from "../../bundle/chat-event.mjs";

const [bundle, questionsFile] = process.argv.slice(2);

async function ask(text) {
  const { statusCode } = await handler(chatEvent(text));
  if (statusCode !== 200) throw new Error(`It answered ${statusCode}.`);
}

const cpuBefore = process.cpuUsage();
const bootedMs = performance.now();
const { handler } = await import(bundle);
const importedMs = performance.now();
const importCpu = process.cpuUsage(cpuBefore);
await ask("apakah wa bisa baca chat saya?");
const answeredMs = performance.now();
const wholeCpu = process.cpuUsage(cpuBefore);
const { rss } = process.memoryUsage();
const cpuMs = ({ user, system }) => (user + system) / 1000;
const figures = {
  ...{ bootedMs, importedMs, answeredMs, rss },
  importCpuMs: cpuMs(importCpu),
  wholeCpuMs: cpuMs(wholeCpu),
};

if (questionsFile) {
  const { readFileSync } = process.getBuiltinModule("node:fs");
  for (const text of JSON.parse(readFileSync(questionsFile, "utf8"))) await ask(text);
  figures.rssLater = process.memoryUsage().rss;
}
process.stderr.write(JSON.stringify(figures));
process.exit(0);
