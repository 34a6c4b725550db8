// What a fix is.
import type { TextEdit } from "../../edit/text-edit.ts";

/** A change of one file that mends a problem. */
export interface Fix {
  /** In words: "removes the line". */
  readonly what: string;
  readonly edits: readonly TextEdit[];
}
