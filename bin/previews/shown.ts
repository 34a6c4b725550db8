// Reads back what a channel is given to show: each platform's own payload → text and buttons.
import { field, items, parseJson, text } from "../../functions/webhook/channels/json.ts";
import type { ChannelName } from "../../functions/webhook/channels/names.ts";
import type { PreviewButton, ShownMessage } from "./preview.ts";

/** `undefined` for a channel that nobody has written this for yet. */
export function readShown(name: ChannelName, payload: string): ShownMessage | undefined {
  return readers[name]?.(payload);
}

const readers: Readonly<Partial<Record<ChannelName, (payload: string) => ShownMessage>>> = {
  web: (payload) => readOptions(parse(payload), "entry"),
  generic: (payload) => readOptions(field(parse(payload), "data"), "choice"),
  whatsapp(payload) {
    const message = parse(payload);
    const interactive = field(message, "interactive");
    if (interactive === undefined) return { text: words(message, "text", "body"), buttons: [] };
    const action = field(interactive, "action");
    const buttons = items(field(action, "buttons")).map(
      (button): PreviewButton => ({
        kind: "button",
        title: words(button, "reply", "title"),
        payload: words(button, "reply", "id"),
      }),
    );
    const opener = text(field(action, "button"));
    const rows = items(field(action, "sections")).flatMap((section) =>
      items(field(section, "rows")).map((row) => rowIn(row, text(field(section, "title")))),
    );
    return {
      text: words(interactive, "body", "text"),
      buttons: [
        ...buttons,
        ...(opener === undefined ? [] : [{ kind: "opener" as const, title: opener }]),
        ...rows,
      ],
    };
  },
  telegram(payload) {
    const message = parse(payload);
    const keyboard = items(field(field(message, "reply_markup"), "inline_keyboard"));
    return {
      text: words(message, "text"),
      buttons: keyboard.flatMap((row, line) =>
        items(row).map(
          (button): PreviewButton => ({
            kind: "inline",
            title: words(button, "text"),
            payload: words(button, "callback_data"),
            line,
          }),
        ),
      ),
    };
  },
  line(payload) {
    const [message] = items(field(parse(payload), "messages"));
    return {
      text: words(message, "text"),
      buttons: items(field(field(message, "quickReply"), "items")).map((item) => ({
        kind: "quick-reply",
        title: words(item, "action", "label"),
        payload: words(item, "action", "data"),
      })),
    };
  },
  messenger(payload) {
    const message = field(parse(payload), "message");
    return {
      text: words(message, "text"),
      buttons: items(field(message, "quick_replies")).map((reply) => ({
        kind: "quick-reply",
        title: words(reply, "title"),
        payload: words(reply, "payload"),
      })),
    };
  },
  twilio(payload) {
    const message = /<Message>(.*)<\/Message>/s.exec(payload)?.[1] ?? "";
    return { text: unescapeXml(message), buttons: [] };
  },
};

function parse(payload: string): unknown {
  return parseJson(Buffer.from(payload));
}

/** The text in a field, or in a field of a field. */
function words(value: unknown, ...names: readonly string[]): string {
  return text(names.reduce(field, value)) ?? "";
}

function rowIn(row: unknown, section: string | undefined): PreviewButton {
  const description = text(field(row, "description"));
  return {
    kind: "row",
    title: words(row, "title"),
    payload: words(row, "id"),
    ...(description === undefined ? {} : { description }),
    ...(section === undefined ? {} : { section }),
  };
}

/** The chat page's feedback stands in a form of its own, that of `generic` in a list. */
function readOptions(value: unknown, payloadName: "entry" | "choice"): ShownMessage {
  const option = (item: unknown, name: string): PreviewButton => ({
    kind: "option",
    title: words(item, "title"),
    payload: words(item, name),
  });
  const feedback = field(value, "feedback");
  const form = Array.isArray(feedback) ? feedback : items(field(feedback, "options"));
  return {
    text: words(value, "text"),
    buttons: [
      ...items(field(value, "options")).map((item) => option(item, payloadName)),
      ...form.map((item) => option(item, "choice")),
    ],
  };
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

function unescapeXml(escaped: string): string {
  return escaped.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
}
