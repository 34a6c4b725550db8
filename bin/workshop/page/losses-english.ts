// What a channel's reader misses, in English.
import type { Loss } from "../../previews/loss.ts";

export function lossesInEnglish(loss: Loss): string {
  switch (loss.kind) {
    case "text-cut":
      return `The text is ${loss.by} characters longer than the ${loss.most} that fit, so its last ${loss.characters} are not shown.`;
    case "sources-left-out":
      return `There is no room for the ${loss.count === 1 ? "source" : `${loss.count} sources`}.`;
    case "title-cut":
      return `A title is cut after ${loss.most} characters: “${loss.shown}”`;
    case "options-left-out":
      return `Can't be chosen: ${loss.missing.join("; ")}`;
    case "buttons-left-out":
      return `With more than ${loss.most} characters (here ${loss.by} more) there are no buttons.`;
    case "formatting":
      return `“${loss.shown}” is shown ${styles[loss.style]}, by accident.`;
  }
}

const styles = {
  bold: "in bold",
  italic: "in italics",
  strike: "struck through",
  mono: "in typewriter letters",
  bullet: "as a list",
  number: "as a numbered list",
  quote: "as a quotation",
  link: "as a link",
} as const;
