// Slips of the pen and of the clipboard in what people get to read.

import { numbered } from "../../numbered.ts";
import { type FaqText, shownRoles } from "../faq-texts.ts";
import { about, aboutEach, quote, type Rule } from "../rule.ts";
import { inRole } from "../subject.ts";

const shown = (texts: readonly FaqText[]) => texts.filter(({ role }) => shownRoles.has(role));

/** Texts that are sentences, unlike titles and labels. */
const prose = (texts: readonly FaqText[]) => inRole(texts, "answer", "message", "reply");

const html: Rule = {
  name: "html",
  why: "No channel understands HTML: people would read the tags.",
  remedy: "Write plain text; a blank line begins a new paragraph.",
  bad: "answer:\n  en: We open at nine.<br>We close at&nbsp;five.",
  good: "answer:\n  en: |-\n    We open at nine.\n\n    We close at five.",
  *find({ texts }) {
    for (const text of shown(texts)) {
      yield* aboutEach(text, tagOrEntity, (found) => `People would read "${found}" as it stands.`);
    }
  },
};

const tagOrEntity =
  /<\/?(?:a|b|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|td|tr|u|ul)\b[^<>]*>|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/giu;

const markdown: Rule = {
  name: "markdown",
  why: "Channels don't understand Markdown: people would read its brackets, hashes and stars.",
  remedy: "Write plain text, and a link as its whole address.",
  bad: "answer:\n  en: See [our page](https://example.org/hours). **Closed on Sundays.**",
  good: "answer:\n  en: See https://example.org/hours. Closed on Sundays.",
  *find({ texts }) {
    for (const text of shown(texts)) {
      yield* aboutEach(text, marks, (found) => `People would read ${quote(found)} as it stands.`);
    }
  },
};

const marks =
  /!?\[[^[\]\n]{1,200}\]\([^()\s]{1,500}\)|\*\*[^*\n]{1,300}\*\*|(?<=^|\n)#{1,6} [^\n]{1,200}/gu;

const placeholder: Rule = {
  name: "placeholder",
  why: "Somebody meant to come back to this text, and people would read the note.",
  remedy: "Write what belongs there.",
  bad: "answer:\n  en: We open at TODO.",
  good: "answer:\n  en: We open at nine.",
  *find({ texts }) {
    for (const text of shown(texts)) {
      yield* aboutEach(
        text,
        unfinished,
        (found) => `"${found}" seems to stand for something else.`,
      );
    }
  },
};

const unfinished =
  /(?<![\p{L}\p{N}])(?:TODO|TBD|TBC|FIXME|X{3,}|xxx+|[Ll]orem ipsum|isi di sini|[Dd]iisi nanti)(?![\p{L}\p{N}])|\{\{?(?!date\})[^{}\n]{0,60}\}?\}|\[(?:date|harga|insert|isi|link|nama|name|nomor|number|price|tanggal|your)\b[^[\]\n]{0,40}\](?!\()|<(?:your|nama|name|isi)[^<>\n]{0,40}>/gu;

const missingDate: Rule = {
  name: "missing-date",
  why: "The label before the day on which an answer was checked names no day without {date}.",
  remedy: "Write {date} where the day belongs.",
  bad: "labels:\n  checked: {en: Checked}",
  good: 'labels:\n  checked: {en: "Checked {date}"}',
  *find({ texts }) {
    for (const text of inRole(texts, "label")) {
      if (text.path[1] !== "checked" || text.text.includes("{date}")) continue;
      yield about(
        text,
        `${quote(text.text)} has no {date}, so people can't see which day is meant.`,
      );
    }
  },
};

const doubleSpace: Rule = {
  name: "double-space",
  why: "Two spaces in a row are a slip that shows.",
  remedy: "Leave one; `--fix` does.",
  bad: "answer:\n  en: We open  at nine.",
  good: "answer:\n  en: We open at nine.",
  *find({ texts }) {
    for (const text of shown(texts)) {
      yield* aboutEach(
        text,
        /\S+ {2,}(?=\S)/gu,
        (found) => `Several spaces stand after "${found.trim()}".`,
      );
    }
  },
};

const oddPunctuation: Rule = {
  name: "odd-punctuation",
  why: "Two full stops, or a space before a comma, look careless in an answer that should be trusted.",
  remedy: "Correct it.",
  bad: "answer:\n  en: We open at nine .. and close at five , always.",
  good: "answer:\n  en: We open at nine and close at five, always.",
  *find({ texts }) {
    for (const text of shown(texts)) {
      yield* aboutEach(text, odd, (found) => `${quote(found.trim())} is odd punctuation.`);
    }
  },
};

const odd = /(?<![.])\.\.(?![.])|,,|;;|\p{L}+ +[,.;!?](?=\s|$)/gu;

const noFullStop: Rule = {
  name: "no-full-stop",
  why: "An answer that breaks off without a full stop looks as if its end were lost.",
  remedy: "End it with a full stop, or write the rest.",
  bad: "answer:\n  en: We open at nine and",
  good: "answer:\n  en: We open at nine and close at five.",
  *find({ texts }) {
    for (const text of inRole(texts, "answer")) {
      if (
        /[.!?…。！？]["'”’»)\]]*$|https?:\/\/\S+$|\p{Extended_Pictographic}\ufe0f?$/u.test(
          text.text,
        )
      )
        continue;
      const last = /\S+$/u.exec(text.text)?.[0] ?? "";
      yield {
        file: text.file,
        path: text.path,
        piece: { text: last, index: text.text.length - last.length },
        message: `This answer ends with ${quote(last)}, without a full stop.`,
      };
    }
  },
};

const noQuestionMark: Rule = {
  name: "no-question-mark",
  why: "Menus and suggestions show the canonical question, and read oddly without its mark.",
  remedy: "End it with a question mark; shorter ways of asking belong under `phrasings`.",
  bad: "question: {en: Opening hours}",
  good: "question: {en: When do you open?}",
  *find({ texts }) {
    for (const text of inRole(texts, "question")) {
      if (/[?？;؟]["'”’»)\]]*$/u.test(text.text)) continue;
      yield about(text, `${quote(text.text)} has no question mark.`);
    }
  },
};

const wordsShouted = 4;

const allCaps: Rule = {
  name: "all-caps",
  why: "CAPITALS are read as shouting, and letter by letter by some screen readers.",
  remedy: "Write it in small letters.",
  bad: "answer:\n  en: WE ARE CLOSED ON SUNDAYS.",
  good: "answer:\n  en: We are closed on Sundays.",
  *find({ texts }) {
    for (const text of [...prose(texts), ...inRole(texts, "question", "short")]) {
      yield* aboutEach(text, shouted, (found) => {
        const count = found.split(/\s+/).length;
        return `${numbered(count, "word")} in a row ${count === 1 ? "is" : "are"} in capitals.`;
      });
    }
  },
};

const shouted = new RegExp(
  `(?<![\\p{L}\\p{N}])\\p{Lu}{2,}(?:[\\s,]+\\p{Lu}{2,}){${wordsShouted - 1},}(?!\\p{L})`,
  "gu",
);

export const writingRules: readonly Rule[] = [
  html,
  markdown,
  placeholder,
  missingDate,
  doubleSpace,
  oddPunctuation,
  noFullStop,
  noQuestionMark,
  allCaps,
];
