// What the two pages about editing type and write, for pictures that show just that.
import { fencesIn, readDocument } from "../documents.ts";

export interface EditingPage {
  readonly language: string;
  /** Stands in the names of its pictures: `edit-ask.id.png`. */
  readonly suffix: string;
  readonly question: string;
  /** Lines of YAML, as they go below `phrasings:` and the language. */
  readonly phrasings: string;
}

export const editingPages: readonly EditingPage[] = [
  { language: "en", suffix: "", ...walk("docs/edit.md") },
  { language: "id", suffix: ".id", ...walk("docs/edit.id.md") },
];

function walk(path: string): Pick<EditingPage, "question" | "phrasings"> {
  const text = readDocument(path);
  const question = /^> (.+)$/m.exec(text)?.[1];
  const added = fencesIn(text).find(({ lines }) => lines[0]?.startsWith("    - "));
  if (question === undefined || added === undefined)
    throw new Error(`${path} asks or adds nothing`);
  return { question, phrasings: added.lines.join("\n") };
}
