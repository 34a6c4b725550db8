// The one definition of what each file of a FAQ may contain.
import { labelDescriptions, messageDescriptions } from "./bot-words.ts";
import { labelNames, messageNames, smalltalkWithTopics } from "./faq.ts";
import type { Shape } from "./shape.ts";

const text = (maxCharacters: number): Shape => ({ kind: "text", maxCharacters });
const list = (of: Shape): Shape => ({ kind: "list", of });
const map = (of: Shape): Shape => ({ kind: "map", of });
/** A text in each of the FAQ's languages. */
const texts = (maxCharacters: number) =>
  ({ kind: "map", of: text(maxCharacters), keys: "every-language" }) as const satisfies Shape;
const fields = (shape: Readonly<Record<string, Shape>>, required: string[] = []): Shape => ({
  kind: "fields",
  fields: shape,
  required,
});
const described = (description: string, shape: Shape): Shape => ({ ...shape, description });

/** Answers fit one bubble on every channel; short titles fit a list row; both count characters. */
export const limits = {
  answer: 1000,
  question: 150,
  short: 24,
  phrasing: 500,
  message: 600,
  label: 80,
};

/** Language, script, region and variant as BCP 47 has them: pages name each language by its tag. */
export const languagePattern =
  /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z\d]{5,8})?$/;

const languageCode: Shape = {
  kind: "text",
  maxCharacters: 12,
  pattern: languagePattern,
  patternHint: "Write a language code such as id or en.",
};

const day: Shape = {
  kind: "text",
  maxCharacters: 10,
  pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  patternHint: "Write the day as year-month-day, such as 2026-11-23.",
};

const entryNumber: Shape = {
  kind: "text",
  maxCharacters: 4,
  pattern: /^[1-9]\d{0,3}$/,
  patternHint: "Write a number from 1 to 9999.",
  range: [1, 9999],
};

const phrasings: Shape = {
  kind: "map",
  of: list(text(limits.phrasing)),
  keys: "languages-and-mixed",
};

export const entryShape = described(
  "One question with its answer; the folder is its category, the file's name its id.",
  fields(
    {
      question: described(
        "The canonical question in each language, shown in menus and suggestions.",
        texts(limits.question),
      ),
      short: described(
        `The question in at most ${limits.short} characters, for buttons and list rows.`,
        texts(limits.short),
      ),
      number: described(
        "What a person can type instead of tapping: unique, and never changed.",
        entryNumber,
      ),
      answer: described(
        `The answer in each language, at most ${limits.answer} characters, the most important first.`,
        texts(limits.answer),
      ),
      sources: described(
        "Where the answer comes from.",
        list(
          fields(
            {
              title: described(
                "What the source is called, as people would look for it: one text, or one for each language.",
                { ...texts(300), mayBeOne: true },
              ),
              url: described(
                "Its address, beginning with https://; left out for print.",
                text(500),
              ),
            },
            ["title"],
          ),
        ),
      ),
      related: described(
        "Ids of entries that a reader of this one may want next.",
        list(described("The name of an entry's file, without .yaml.", text(80))),
      ),
      verified: described(
        "The day somebody last checked the answer against its sources, such as 2026-11-23.",
        day,
      ),
      phrasings: described(
        "Ways of asking, as many and as different as people have; those in mixed mix languages.",
        phrasings,
      ),
    },
    ["answer"],
  ),
);

export const botShape = described(
  "The bot's languages and its own words.",
  fields(
    {
      languages: described(
        "The codes of the FAQ's languages, such as id and en; the first is the default.",
        list(languageCode),
      ),
      name: described("The bot's name.", texts(40)),
      categories: described(
        "The topics in the order of the menu: the folder's name, then its title in each language.",
        map(texts(limits.short)),
      ),
      messages: described(
        "The bot's own sentences; defaults stand in for those left out.",
        fields(
          Object.fromEntries(
            messageNames.map((name) => [
              name,
              described(messageDescriptions[name], texts(limits.message)),
            ]),
          ),
        ),
      ),
      labels: described(
        "Short words around an answer; defaults stand in for those left out.",
        fields(
          Object.fromEntries(
            labelNames.map((name) => [
              name,
              described(labelDescriptions[name], texts(limits.label)),
            ]),
          ),
        ),
      ),
      smalltalk: described(
        `Greetings, thanks and the like, by kind; after ${smalltalkWithTopics.join(", ")} the topics follow.`,
        map(
          fields(
            {
              language: described(
                "The one language that the reply is in, whatever the person wrote in.",
                { ...languageCode, isLanguage: true },
              ),
              phrasings: described("What people write.", phrasings),
              reply: described(
                "What the bot says; if left out, the message of the kind's own name.",
                { kind: "map", of: text(limits.message), keys: "some-languages" },
              ),
            },
            ["phrasings"],
          ),
        ),
      ),
    },
    ["languages"],
  ),
);

/** A model keeps the names of concepts set apart by tabs, on lines of their own. */
const conceptMap: Shape = {
  kind: "map",
  of: list(text(60)),
  keyPattern: /^\S+( \S+)*$/,
  keyHint: "Write it in words with one space between them, such as phone number.",
};

export const wordsShape = described(
  "Slang, and words that mean the same here.",
  fields({
    slang: described(
      'How people spell a word, and the word itself; "" for a particle that says nothing.',
      map({ kind: "text", maxCharacters: 60, mayBeEmpty: true }),
    ),
    concepts: described(
      "Words and phrases of all languages that mean the same here, by a name of your choice.",
      conceptMap,
    ),
  }),
);

export const offtopicShape = described(
  "What people write that the FAQ doesn't answer, by kind; near misses are worth most.",
  map(list(text(limits.phrasing))),
);
