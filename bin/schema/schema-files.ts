// The schema of each kind of file in a FAQ, as files that lie beside it for editors to find.
import type { Language } from "../../functions/webhook/faq/faq.ts";
import type { Shape } from "../../functions/webhook/faq/shape.ts";
import {
  botShape,
  entryShape,
  offtopicShape,
  wordsShape,
} from "../../functions/webhook/faq/shapes.ts";
import { formatJson } from "./format-json.ts";
import { type JsonSchema, schemaOf } from "./schema.ts";

/** Within the FAQ's folder; the reader passes over folders whose name begins with a dot. */
export const schemaFolder = ".schema";

const kinds = {
  entry: { title: "An entry of the FAQ", shape: entryShape },
  bot: { title: "The bot's languages and words", shape: botShape },
  words: { title: "Slang and concepts", shape: wordsShape },
  offtopic: { title: "What the FAQ doesn't answer", shape: offtopicShape },
} as const satisfies Record<string, { title: string; shape: Shape }>;
export type FileKind = keyof typeof kinds;

export const fileKinds = Object.keys(kinds) as readonly FileKind[];

export function schemaOfKind(kind: FileKind, languages: readonly Language[]): JsonSchema {
  const { title, shape } = kinds[kind];
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title,
    ...schemaOf(shape, languages),
  };
}

export interface SchemaFile {
  /** Relative to the FAQ's folder. */
  readonly path: string;
  readonly text: string;
}

export function schemaFiles(languages: readonly Language[]): SchemaFile[] {
  return fileKinds.map((kind) => ({
    path: `${schemaFolder}/${kind}.json`,
    text: formatJson(schemaOfKind(kind, languages)),
  }));
}
