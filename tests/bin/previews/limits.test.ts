import { expect, it } from "vitest";
import { openPreviewChannels } from "../../../bin/previews/channels.ts";
import { limitsOf } from "../../../bin/previews/limits.ts";
import { publishedWith } from "./small.ts";

const channels = openPreviewChannels(publishedWith());
const none = Number.POSITIVE_INFINITY;

it.each([
  ["whatsapp", { text: 4096, textWithButtons: 1024, title: 24, description: 72, section: 24 }],
  ["telegram", { text: 4096, textWithButtons: 4096, title: 40 }],
  ["line", { text: 5000, textWithButtons: 5000, title: 20 }],
  ["messenger", { text: 2000, textWithButtons: 2000, title: 20 }],
  ["twilio", { text: 1600, textWithButtons: 1600, title: none }],
  ["generic", { text: none, textWithButtons: none, title: none }],
  ["web", { text: none, textWithButtons: none, title: none }],
] as const)("what %s takes is found out", (name, limits) => {
  const channel = channels.find((channel) => channel.name === name);
  if (!channel) throw new Error(`There is no ${name}`);
  expect(limitsOf(channel)).toMatchObject(limits);
});
