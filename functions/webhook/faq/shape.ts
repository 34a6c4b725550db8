// What a YAML file may contain, said as data: the reader follows it, and so can an editor's schema.

export type Shape = Described &
  (
    | {
        readonly kind: "text";
        readonly maxCharacters: number;
        readonly pattern?: RegExp;
        readonly patternHint?: string;
        /** Said of texts that an editor takes for numbers, besides the pattern. */
        readonly range?: readonly [least: number, most: number];
        /** It names one of the FAQ's languages. */
        readonly isLanguage?: boolean;
        /** The empty text means something here. */
        readonly mayBeEmpty?: boolean;
      }
    | { readonly kind: "list"; readonly of: Shape }
    | {
        readonly kind: "map";
        readonly of: Shape;
        readonly keys?: MapKeys;
        /** A single text may stand in its place, which then holds for every key. */
        readonly mayBeOne?: boolean;
        /** The form of keys that the author chooses. */
        readonly keyPattern?: RegExp;
        readonly keyHint?: string;
      }
    | {
        readonly kind: "fields";
        readonly fields: Readonly<Record<string, Shape>>;
        readonly required: readonly string[];
      }
  );

interface Described {
  /** What belongs here, in a sentence for whoever edits the file. */
  readonly description?: string;
}

/**
 * What a map's keys are, where they aren't the author's own choice: languages of the FAQ, be it all
 * of them, those that there is something in, or these and `mixed`.
 */
export type MapKeys = "every-language" | "some-languages" | "languages-and-mixed";

export type Value = string | Value[] | { [key: string]: Value };
