// Settings as the text that the parameter holds: one JSON object, and room for 4,096 bytes.
import { faqCommand } from "../../lib/faq-command.ts";
import { UserError } from "../user-error.ts";
import { countValues, inOrder, type Values } from "./known.ts";

/** https://docs.aws.amazon.com/general/latest/gr/ssm.html: a standard parameter, which is free. */
export const maxBytes = 4096;
/** From here on, one more channel or rotation may not fit. */
const warnFromBytes = 3500;

/** A setting a line, for whoever looks at it in a console. */
export function textOf(values: Values): string {
  return `${JSON.stringify(inOrder(values), null, 1)}\n`;
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

/** `1,234 of 4,096 bytes` */
export function tellSize(bytes: number): string {
  return `${grouped(bytes)} of ${grouped(maxBytes)} bytes`;
}

/**
 * A warning where room is getting short.
 * @throws UserError where there is none left, with what would make some
 */
export function checkSize(values: Values, placeOptions = ""): string | undefined {
  const bytes = bytesOf(textOf(values));
  if (bytes < warnFromBytes) return undefined;
  const remedy = `${finishable(values, placeOptions)}Shorten what is your own choice, or remove with --unset what isn't used; most room is taken by ${longest(values)}.`;
  if (bytes <= maxBytes) return `The settings take ${tellSize(bytes)}. ${remedy}`;
  throw new UserError(
    `The settings would take ${grouped(bytes)} bytes, and a standard parameter holds ${grouped(maxBytes)}. ${remedy}`,
  );
}

function finishable(values: Values, placeOptions: string): string {
  return Object.entries(values)
    .filter(([name, value]) => countValues(name, value) > 1)
    .map(
      ([name]) =>
        `Finish a rotation: ${faqCommand(`settings rotate ${name} --finish${placeOptions}`)}\n`,
    )
    .join("");
}

function longest(values: Values): string {
  return Object.entries(values)
    .sort(([, one], [, other]) => bytesOf(other) - bytesOf(one))
    .slice(0, 2)
    .map(([name, value]) => `${name} (${grouped(bytesOf(value))})`)
    .join(" and ");
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
