// Every reply that the project's own FAQ can give, in the form WhatsApp takes.
import { describe, expect, it } from "vitest";
import { readGoodFaq } from "../../bin/open-faq.ts";
import { createWhatsApp } from "../../functions/webhook/channels/whatsapp.ts";
import { publish } from "../../functions/webhook/faq/published.ts";
import { asText, createReplies, type Reply } from "../../functions/webhook/reply.ts";
import { createTypedKeys } from "../../functions/webhook/typed.ts";
import { problemsOfCall } from "../fakes/problems.ts";
import { whatsappApi } from "../fakes/whatsapp.ts";

const faq = publish(readGoodFaq("faq").faq);
const replies = createReplies(faq, createTypedKeys(faq));
const { languages, categories, smalltalk } = faq.bot;

const whatsapp = createWhatsApp({
  appSecrets: ["app-secret"],
  verifyTokens: [],
  accessTokens: ["access-token"],
  phoneNumberId: "100000000000001",
  apiUrl: "https://graph.example.org/v26.0",
});
const to = {
  id: "wamid.1",
  account: "100000000000001",
  sender: "6280000000001",
  content: { kind: "nontext" } as const,
};

function messageOf(reply: Reply) {
  const [call] = whatsapp.reply(to, reply);
  if (!call) throw new Error("Nothing is sent");
  expect(problemsOfCall(call, whatsappApi)).toEqual([]);
  return JSON.parse(call.body);
}

const others: [string, Reply][] = languages.flatMap((language): [string, Reply][] => [
  ["fallback", replies.fallback(language)],
  ["nontext", replies.nontext(language)],
  ["nontext in every language", replies.nontext(undefined)],
  ["suggestion", replies.suggest(faq.entries.slice(0, 3), language)],
  ["menu", replies.category("", 0, language)],
  ...smalltalk.map(({ kind }): [string, Reply] => [kind, replies.smalltalk(kind, language)]),
  ...[...categories.keys()].flatMap((category): [string, Reply][] => [
    [category, replies.category(category, 0, language)],
    [`rest of ${category}`, replies.category(category, 9, language)],
  ]),
]);

describe.each(languages)("in %s", (language) => {
  it.each(faq.entries.map((entry) => [entry.id, entry] as const))(
    "the answer to %s goes out whole, with every source and three more questions at most",
    (_, entry) => {
      const reply = replies.answer(entry, language);
      const message = messageOf(reply);
      const text = message.text?.body ?? message.interactive.body.text;
      expect(text.startsWith(entry.answer[language] ?? "")).toBe(true);
      for (const { title, url } of entry.sources) {
        expect(text).toContain(title[language]);
        expect(text).toContain(url ?? "");
      }
      if (message.type === "text") expect(text).toBe(asText(reply));
    },
  );
});

it.each(others)("%s goes out whole", (_, reply) => {
  const message = messageOf(reply);
  expect(message.text?.body ?? message.interactive.body.text).toContain(reply.text);
});

it("every entry can be reached from the menu by tapping alone", () => {
  const rowsIn = (reply: Reply): string[] => {
    const { action } = messageOf(reply).interactive;
    const buttons = action.buttons?.map(({ reply }: { reply: { id: string } }) => reply.id);
    return buttons ?? action.sections[0].rows.map(({ id }: { id: string }) => id);
  };
  const reached = new Set<string>();
  const tap = (payload: string) => {
    const [kind, language = "", name = "", from] = payload.split("/");
    if (kind === "entry") reached.add(name);
    else for (const row of rowsIn(replies.category(name, Number(from), language))) tap(row);
  };
  for (const row of rowsIn(replies.category("", 0, languages[0]))) tap(row);
  expect([...reached].sort()).toEqual(faq.entries.map(({ id }) => id).sort());
});
