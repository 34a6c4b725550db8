// Real questions as signed deliveries, each from a person of its own, so that replies can be told apart.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLabelled } from "../../../bin/evaluation/labelled.ts";
import { whatsappSample } from "../../channels/samples/whatsapp.ts";
import { phone, whatsappDelivery } from "../../fixtures/whatsapp.ts";
import type { Parcel } from "./post.ts";

const folder = join(import.meta.dirname, "../../questions");

/** The labelled questions of the suite, in both languages. */
export function readQuestions(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readLabelled(readFileSync(join(folder, name), "utf8")))
    .map(({ text }) => text);
}

export interface Writers {
  /** Makes so many messages; nobody has written before. Both copies of one are the same bytes. */
  write(count: number): readonly Parcel[];
}

export function createWriters(questions: readonly string[]): Writers {
  let written = 0;
  return {
    write: (count) =>
      Array.from({ length: count }, () => {
        written += 1;
        return parcelOf(written, questions[written % questions.length] ?? "?");
      }),
  };
}

function parcelOf(person: number, text: string): Parcel {
  const delivery = whatsappDelivery([
    {
      id: `wamid.load-${person}`,
      from: phone(person),
      timestamp: String(Math.floor(Date.now() / 1000)),
      text: { body: text },
    },
  ]);
  const { body, headers } = whatsappSample.sign(delivery);
  return { body: Buffer.from(body), headers };
}
