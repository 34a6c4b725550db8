// How the bot reads a question: typed, slang replaced, corrected, and what the words name.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { Explanation } from "../../../explain/explain.ts";
import type { WorkshopTexts } from "../texts.ts";
import { card, facts, type Shown } from "./shown.ts";

export function wordsView(explanation: Explanation, { texts }: Shown): HTMLElement {
  const { words, slang, concepts, unknown } = explanation;
  const before = (at: number) => words.standard[at];
  return card(
    texts.howRead,
    "words",
    facts([
      [texts.typed, ...wordList(words.typed, texts)],
      [
        texts.slang,
        ...chips(
          slang.map(({ slang, standard }) => `${slang} → ${standard || texts.leftOut}`),
          texts,
        ),
      ],
      [texts.readAs, ...wordList(words.standard, texts)],
      ...(words.corrected ? [[texts.andAs, ...corrected(words.corrected, before)] as const] : []),
      [
        texts.concepts,
        ...chips(
          concepts.map(({ concept, words }) => `${concept} (${words})`),
          texts,
        ),
      ],
      [
        texts.unknown,
        ...chips(
          unknown.map((one) => sayUnknown(one, texts)),
          texts,
        ),
      ],
    ]),
  );
}

function wordList(words: readonly string[], texts: WorkshopTexts): (Node | string)[] {
  return words.length === 0 ? [none(texts)] : [words.join(" ")];
}

/** What correcting changed stands out. */
function corrected(
  words: readonly string[],
  before: (at: number) => string | undefined,
): (Node | string)[] {
  return words.flatMap((word, at) => [
    ...(at === 0 ? [] : [" "]),
    word === before(at) ? word : element("mark", {}, word),
  ]);
}

function sayUnknown(
  { word, corrected, concepts }: Explanation["unknown"][number],
  texts: WorkshopTexts,
): string {
  const better = corrected === undefined ? "" : ` → ${corrected}`;
  const named = concepts.length === 0 ? "" : ` (${texts.names(concepts.join(", "))})`;
  return `${word}${better}${named}`;
}

function chips(items: readonly string[], texts: WorkshopTexts): HTMLElement[] {
  if (items.length === 0) return [none(texts)];
  return [element("ul", { class: "chips" }, ...items.map((item) => element("li", {}, item)))];
}

function none(texts: WorkshopTexts): HTMLElement {
  return element("span", { class: "quiet" }, texts.nothing);
}
