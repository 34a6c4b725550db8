// Asks the built bundle, as Lambda would call it: `node tests/bundle/ask-bundle.mjs` after a build.
import assert from "node:assert/strict";
import { handler } from "../../dist/webhook/index.mjs";
import { chatEvent } from "./chat-event.mjs";

const questions = [
  { text: "apakah wa bisa baca chat saya?", entry: "personal-messages", language: "id" },
  { text: "will my account be deleted on may 15", entry: "account-deletion", language: "en" },
  { text: "gmn cara ganti nada dering wa", entry: null, language: "id" },
];

for (const { text, entry, language } of questions) {
  const response = await handler(chatEvent(text));
  assert.equal(response.statusCode, 200);
  const answer = JSON.parse(response.body);
  assert.equal(answer.entry, entry);
  assert.equal(answer.language, language);
}
const page = await handler({
  version: "2.0",
  rawPath: "/",
  rawQueryString: "",
  headers: {},
  requestContext: { http: { method: "GET", path: "/" } },
  isBase64Encoded: false,
});
assert.equal(page.statusCode, 200);
console.log(`The bundle answers on Node ${process.versions.node}.`);
