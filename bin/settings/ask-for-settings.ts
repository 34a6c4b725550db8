// The questions of `faq settings`: which channels, and what each of them needs.
import { adapters } from "../../functions/webhook/channels/index.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { missingFor } from "../../functions/webhook/settings.ts";
import type { Asker } from "./asker.ts";
import { wantedOf } from "./complete.ts";
import { problemWith, type Values } from "./known.ts";
import { canBeMade } from "./secrets.ts";

export function askForChannels(asker: Asker, former: Values): Promise<WebhookName[]> {
  const names = Object.keys(adapters) as WebhookName[];
  const choices = names.map((value) => ({
    value,
    label: adapters[value].title,
    ...(missingFor(adapters[value], former).length === 0 ? { hint: "is connected" } : {}),
  }));
  const text = "Which channels do you want to connect or change? None leaves the chat page alone.";
  return asker.choose(text, choices);
}

/** What a person answers; nothing for what is left empty, to be kept or made. */
export async function askForSettings(
  asker: Asker,
  channels: readonly WebhookName[],
  former: Values,
  given: Values,
): Promise<Values> {
  const answers: Record<string, string> = {};
  for (const channel of channels) {
    for (const [name, { what, fallback }] of wantedOf(channel)) {
      if (given[name]) continue;
      const empty = former[name]
        ? "leave it empty to keep the one that is set"
        : canBeMade(name)
          ? "leave it empty to have one made"
          : fallback === ""
            ? "may be left empty"
            : undefined;
      const answer = await asker.hidden({
        text: `${name}: ${what}${empty === undefined ? "" : ` (${empty})`}`,
        problem: (text) =>
          text === "" && empty !== undefined ? undefined : problemTyping(name, text),
      });
      if (answer) answers[name] = answer;
    }
  }
  return answers;
}

/** A space would make two values of what was meant as one. */
function problemTyping(name: string, text: string): string | undefined {
  return /\s/.test(text) ? "There is a space in it: type one value." : problemWith(name, text);
}
