// Every way to break a FAQ that the reader knows, each with the problems that it reports.
import { booksFile, edited, hoursFile } from "./small-faq.ts";

export interface BrokenFaq {
  readonly what: string;
  /** Files of the good FAQ to change, add or leave out. */
  readonly changes: Readonly<Record<string, string | undefined>>;
  /** Every problem, as it is printed. */
  readonly problems: readonly string[];
}

const inBooks = (part: string, replacement: string) => ({
  [booksFile]: edited(booksFile, part, replacement),
});

const inBot = (lines: string) => ({ "bot.yaml": `languages: [id, en]\n${lines}` });

export const brokenFaqs: readonly BrokenFaq[] = [
  // YAML itself
  {
    what: "a colon in a text without quotes",
    changes: inBooks("Five books.", "Note: five."),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text holds a colon with a space after it, or the next line sticks out. Put the text in double quotes, or line the lines up. (yaml-syntax)",
    ],
  },
  {
    what: "a tab for indentation",
    changes: inBooks("  en: Five", "\ten: Five"),
    problems: [
      "borrowing/how-many-books.yaml:8:1 error: This line is indented with a tab. Use two spaces for each level. (yaml-syntax)",
    ],
  },
  {
    what: "a line that sticks out",
    changes: inBooks("  en: Five", "   en: Five"),
    problems: [
      "borrowing/how-many-books.yaml:7:7 error: This text holds a colon with a space after it, or the next line sticks out. Put the text in double quotes, or line the lines up. (yaml-syntax)",
    ],
  },
  {
    what: "a line that is indented too little",
    changes: inBooks("  en: Five", " en: Five"),
    problems: [
      "borrowing/how-many-books.yaml:8:1 error: This line begins further left or right than the lines that it belongs with. Indent it as its neighbours are. (yaml-syntax)",
    ],
  },
  {
    what: "a key without a colon",
    changes: inBooks("number: 1", "number 1"),
    problems: [
      'borrowing/how-many-books.yaml:5:1 error: This line has no colon with a space after it. Write "key: text". (yaml-syntax)',
    ],
  },
  {
    what: "a colon without a space after it",
    changes: inBooks("number: 1", "number:1"),
    problems: [
      'borrowing/how-many-books.yaml:5:1 error: This line has no colon with a space after it. Write "key: text". (yaml-syntax)',
    ],
  },
  {
    what: "a quote that is never closed",
    changes: inBooks("Five books.", '"Five books.'),
    problems: [
      'borrowing/how-many-books.yaml:8:7 error: The " that opens here is never closed. Close it, or put the whole text in double quotes if it belongs to the text. (yaml-syntax)',
    ],
  },
  {
    what: "a bracket that is never closed",
    changes: inBooks("[opening-hours]", "[opening-hours"),
    problems: [
      "borrowing/how-many-books.yaml:12:10 error: The [ that opens here is never closed. Close it, or put the whole text in double quotes if it belongs to the text. (yaml-syntax)",
    ],
  },
  {
    what: "a text that begins with @",
    changes: inBooks("Five books.", "@five"),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: A text can't begin with @ unless it is in quotes. Put the text in double quotes. (yaml-syntax)",
    ],
  },
  {
    what: "the same key twice",
    changes: inBooks("number: 1", "number: 1\nnumber: 2"),
    problems: [
      'borrowing/how-many-books.yaml:6:1 error: The key "number" stands twice in this block. Keep one of them and put both contents under it. (yaml-duplicate-key)',
    ],
  },
  {
    what: "two documents in a file",
    changes: inBooks("number: 1", "---\nnumber: 1"),
    problems: [
      "borrowing/how-many-books.yaml:5:1 error: A second document begins here, and only the first would be read. Remove this line if it is ---, and put an answer that holds such a line after |-. (yaml-syntax)",
    ],
  },
  {
    what: "an anchor",
    changes: inBooks("Five books.", "&five Five books."),
    problems: [
      "borrowing/how-many-books.yaml:8:13 error: This file uses a YAML anchor (&name), which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
    ],
  },
  {
    what: "an alias",
    changes: inBooks("Five books.", "*five"),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This file uses a YAML alias (*name), which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
    ],
  },
  {
    what: "a tag of YAML",
    changes: inBooks("Five books.", "!!binary Zml2ZQ=="),
    problems: [
      "borrowing/how-many-books.yaml:8:16 error: This file uses a YAML tag (!name), which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
    ],
  },
  {
    what: "a tag of somebody's",
    changes: inBooks("Five books.", "!important five"),
    problems: [
      "borrowing/how-many-books.yaml:8:18 error: This file uses a YAML tag (!name), which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
    ],
  },
  {
    what: "a list as a key",
    changes: inBooks("Five books.", "{ ? [a, b] : c }"),
    problems: [
      "borrowing/how-many-books.yaml:8:11 error: This file uses a block or list as a key, which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
    ],
  },
  {
    what: "a list whose dashes don't stand below each other",
    changes: inBooks(
      "  en: [borrow how many books]",
      "  en:\n    - borrow how many books\n   - how many books at once",
    ),
    problems: [
      "borrowing/how-many-books.yaml:18:4 error: The dashes of this list don't stand below each other. Indent each of its lines as the first one is. (yaml-syntax)",
    ],
  },
  {
    what: "a key that is much like one that is there already",
    changes: inBooks("answer:", "sumber: Aturan\nanswer:"),
    problems: [
      'borrowing/how-many-books.yaml:6:1 error: There is no key "sumber" here. The keys known here are question, short, number, answer, sources, related, verified, phrasings. (unknown-key)',
    ],
  },
  {
    what: "keys within keys, each twice as long as the one inside",
    changes: { [booksFile]: "? ".repeat(200) },
    problems: [
      "borrowing/how-many-books.yaml:1:3 error: This file uses a block or list as a key, which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
    ],
  },
  {
    what: "an alias bomb",
    changes: {
      [booksFile]: ["a: &a [x, x]", "b: &b [*a, *a]", "c: &c [*b, *b]", "d: [*c, *c]"].join("\n"),
    },
    problems: [
      "borrowing/how-many-books.yaml:1:7 error: This file uses a YAML anchor (&name), which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
      "borrowing/how-many-books.yaml:2:7 error: This file uses a YAML anchor (&name), which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
      "borrowing/how-many-books.yaml:3:7 error: This file uses a YAML anchor (&name), which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
      "borrowing/how-many-books.yaml:4:5 error: This file uses a YAML alias (*name), which a FAQ may not. Write the text out, or put it in double quotes if it begins with & * or !. (yaml-plain)",
    ],
  },
  {
    what: "a list of which one line begins with a tab",
    changes: inBooks("  id: [pinjam berapa buku]", "  id:\n    - pinjam\n\t- pinjam berapa buku"),
    problems: [
      "borrowing/how-many-books.yaml:17:1 error: This line is indented with a tab. Use two spaces for each level. (yaml-syntax)",
    ],
  },
  {
    what: "a dash without a space after it",
    changes: inBooks("  id: [pinjam berapa buku]", "  id:\n    - pinjam\n    -pinjam berapa buku"),
    problems: [
      "borrowing/how-many-books.yaml:17:5 error: This dash has no space after it. Put a space between the dash and the text. (yaml-syntax)",
    ],
  },
  {
    what: "a long text that is not indented",
    changes: inBooks("  en: Five books.", "  en: |-\n  Five books."),
    problems: [
      "borrowing/how-many-books.yaml:9:3 error: The text below |- stands no further in than the line with |-. Indent every line of the text by two more spaces. (yaml-syntax)",
    ],
  },
  {
    what: "two keys on one line",
    changes: inBooks("answer:\n  id: Lima buku.", "answer: id: Lima buku."),
    problems: [
      'borrowing/how-many-books.yaml:6:9 error: "id:" stands on the same line as the key before it. Begin a new line before "id:", indented by two spaces. (yaml-syntax)',
    ],
  },
  {
    what: "an apostrophe within single quotes",
    changes: inBooks("Five books.", "'It's five.'"),
    problems: [
      "borrowing/how-many-books.yaml:8:11 error: The mark ' before this ends the text in quotes, and more follows. Put the whole text in double quotes instead. (yaml-syntax)",
    ],
  },
  {
    what: "quotes within double quotes",
    changes: inBooks("Five books.", '"Five "books"."'),
    problems: [
      'borrowing/how-many-books.yaml:8:14 error: The mark " before this ends the text in quotes, and more follows. Close each quote, and write \\" for one within a text. (yaml-syntax)',
    ],
  },
  {
    what: "what Git leaves where two people changed the same lines",
    changes: inBooks(
      "  en: Five books.",
      "<<<<<<< HEAD\n  en: Five books.\n=======\n  en: Six books.\n>>>>>>> six",
    ),
    problems: [
      "borrowing/how-many-books.yaml:8:1 error: Git has left two versions of these lines here, one above ======= and one below. Keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>. (yaml-syntax)",
    ],
  },
  {
    what: "a file in UTF-16",
    changes: { [booksFile]: Buffer.from("\ufeffanswer: {}", "utf16le").toString("utf8") },
    problems: [
      "borrowing/how-many-books.yaml:1:1 error: This file is not text saved as UTF-8. Open it in an editor, and save it anew with the encoding UTF-8. (unreadable-character)",
    ],
  },
  {
    what: "a line that is indented too little, after a text in quotes",
    changes: inBooks("id: Lima buku.\n  en: Five", 'id: "Lima buku."\n en: Five'),
    problems: [
      "borrowing/how-many-books.yaml:8:1 error: This line begins further left or right than the lines that it belongs with. Indent it as its neighbours are. (yaml-syntax)",
    ],
  },
  // The shape of a file
  {
    what: "an empty file",
    changes: { [booksFile]: "" },
    problems: [
      "borrowing/how-many-books.yaml:1:1 error: There is nothing in this file. Write what belongs in it, or delete the file. (wrong-kind)",
    ],
  },
  {
    what: "a file that is one text",
    changes: { [booksFile]: "Five books.\n" },
    problems: [
      "borrowing/how-many-books.yaml:1:1 error: This file should be a block of keys. Write `key: text` lines, indented by two spaces. (wrong-kind)",
    ],
  },
  {
    what: "a file that is a list",
    changes: { [booksFile]: "- Five books.\n" },
    problems: [
      "borrowing/how-many-books.yaml:1:1 error: This file should be a block of keys. Write `key: text` lines, indented by two spaces. (wrong-kind)",
    ],
  },
  {
    what: "a misspelt key",
    changes: inBooks("verified:", "verifed:"),
    problems: [
      'borrowing/how-many-books.yaml:13:1 error: There is no key "verifed" here. Did you mean "verified"? (unknown-key)',
    ],
  },
  {
    what: "a key that nobody knows",
    changes: inBooks("number: 1", "<<: {number: 1}"),
    problems: [
      'borrowing/how-many-books.yaml:5:1 error: There is no key "<<" here. The keys known here are question, short, number, answer, sources, related, verified, phrasings. (unknown-key)',
    ],
  },
  {
    what: "a key named __proto__",
    changes: inBooks("number: 1", "__proto__: {number: 1}"),
    problems: [
      'borrowing/how-many-books.yaml:5:1 error: There is no key "__proto__" here. The keys known here are question, short, number, answer, sources, related, verified, phrasings. (unknown-key)',
    ],
  },
  {
    what: "a list for a text",
    changes: inBooks("Five books.", "[Five, books]"),
    problems: [
      'borrowing/how-many-books.yaml:8:3 error: "answer.en" should be a text. Write the text after the colon or dash. (wrong-kind)',
    ],
  },
  {
    what: "a text for a list",
    changes: inBooks("[opening-hours]", "opening-hours"),
    problems: [
      'borrowing/how-many-books.yaml:12:10 error: "related" should be a list. Write one item a line, each after a dash. (wrong-kind)',
    ],
  },
  {
    what: "nothing for a list",
    changes: inBooks("related: [opening-hours]", "related:"),
    problems: [
      'borrowing/how-many-books.yaml:12:9 error: "related" is empty; it should be a list. Write one item a line, each after a dash. (wrong-kind)',
    ],
  },
  {
    what: "a text for a block of keys",
    changes: inBooks("{id: Banyak buku, en: How many books}", "How many"),
    problems: [
      'borrowing/how-many-books.yaml:4:8 error: "short" should be a text for each language. Write each below it as "en: the text", indented. (wrong-kind)',
    ],
  },
  {
    what: "a missing answer",
    changes: inBooks("answer:\n  id: Lima buku.\n  en: Five books.\n", ""),
    problems: [
      'borrowing/how-many-books.yaml:1:1 error: The key "answer" is missing. Add "answer:" here. (missing-key)',
    ],
  },
  {
    what: "a file of comments",
    changes: { [booksFile]: "# to do\n" },
    problems: [
      "borrowing/how-many-books.yaml:1:1 error: There is nothing in this file. Write what belongs in it, or delete the file. (wrong-kind)",
    ],
  },
  {
    what: "commas in a text between braces",
    changes: inBooks("en: How many books}", "en: How many, books}"),
    problems: [
      'borrowing/how-many-books.yaml:4:40 error: A comma ends the text before "books". Put each text in double quotes, straight ones: "…". (wrong-kind)',
    ],
  },
  {
    what: "a phrasing with a colon",
    changes: inBooks("  id: [pinjam berapa buku]", "  id:\n    - mau tanya: pinjam berapa"),
    problems: [
      'borrowing/how-many-books.yaml:16:7 error: The colon after "mau tanya" makes a key of it. Put the whole text in double quotes. (wrong-kind)',
    ],
  },
  {
    what: "phrasings that name no language",
    changes: inBooks(
      "phrasings:\n  id: [pinjam berapa buku]\n  en: [borrow how many books]\n",
      "phrasings: [borrow how many books]\n",
    ),
    problems: [
      'borrowing/how-many-books.yaml:14:1 error: "phrasings" should be a list for each language. Write the language, such as "en:", and the list below it. (wrong-kind)',
      'borrowing/how-many-books.yaml:14:1 warning: There are no phrasings in "id". Add "id:" with ways of asking. (missing-language)',
      'borrowing/how-many-books.yaml:14:1 warning: There are no phrasings in "en". Add "en:" with ways of asking. (missing-language)',
    ],
  },
  {
    what: "a source that is only a link",
    changes: inBooks(
      "  - title: Rules of the library\n    url: https://example.org/rules\n",
      "  - https://example.org/rules\n",
    ),
    problems: [
      'borrowing/how-many-books.yaml:10:5 error: "sources.0" should be a block of keys. Write each on a line of its own: "title: …", "url: …". (wrong-kind)',
    ],
  },
  {
    what: "a key of which two letters are swapped",
    changes: inBooks("answer:", "anwser:"),
    problems: [
      'borrowing/how-many-books.yaml:1:1 error: The key "answer" is missing. Add "answer:" here. (missing-key)',
      'borrowing/how-many-books.yaml:6:1 error: There is no key "anwser" here. Did you mean "answer"? (unknown-key)',
    ],
  },
  {
    what: "a language that has lost its indentation",
    changes: inBooks("  en: [borrow how many books]", "en: [borrow how many books]"),
    problems: [
      'borrowing/how-many-books.yaml:14:1 warning: There are no phrasings in "en". Add "en:" with ways of asking. (missing-language)',
      'borrowing/how-many-books.yaml:16:1 error: There is no key "en" here. Indent it, and all that belongs to it, by two spaces more. (unknown-key)',
    ],
  },
  {
    what: "a copy of a file under another name",
    changes: {
      [booksFile]: edited(booksFile, "[borrow how many books]", "[limit, loans, quota, maximum]"),
      "borrowing/number-of-books.yaml": edited(
        booksFile,
        "[borrow how many books]",
        "[limit, loans, quota, maximum]",
      ).replace("number: 1", "number: 3"),
    },
    problems: [
      'borrowing/number-of-books.yaml:1:1 error: 7 of its 7 ways of asking, such as "Berapa buku yang boleh dipinjam?", also ask for borrowing/how-many-books.yaml. Delete one of the files if one is a copy, or give each its own ways of asking. (duplicate-phrasing)',
    ],
  },
  // Texts
  {
    what: "an empty text",
    changes: inBooks("Five books.", ""),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text is empty. Write it. (empty-text)",
    ],
  },
  {
    what: "a text of blanks only",
    changes: inBooks("Five books.", '"  "'),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text is empty. Write it. (empty-text)",
    ],
  },
  {
    what: "an answer that is too long",
    changes: inBooks("Five books.", "x".repeat(1001)),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text has 1001 characters; at most 1000 fit. Shorten it by 1. (too-long)",
    ],
  },
  {
    what: "a short title that is too long",
    changes: inBooks("How many books}", "How many books you borrow}"),
    problems: [
      "borrowing/how-many-books.yaml:4:30 error: This text has 25 characters; at most 24 fit. Shorten it by 1. (too-long)",
    ],
  },
  {
    what: "a zero-width space",
    changes: inBooks("Five books.", "Five\u200b books."),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text holds a character that cannot be seen. Type the text anew instead of pasting it. (hidden-character)",
    ],
  },
  {
    what: "a mark that turns the writing around",
    changes: inBooks("Five books.", "Five \u202ebooks."),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text holds a character that cannot be seen. Type the text anew instead of pasting it. (hidden-character)",
    ],
  },
  {
    what: "a control character",
    changes: inBooks("Five books.", '"Five \\e[2J books."'),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text holds a character that cannot be seen. Type the text anew instead of pasting it. (hidden-character)",
    ],
  },
  {
    what: "bytes that are not UTF-8",
    changes: inBooks("Five books.", "Five \ufffd books."),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text holds a character that could not be read. Save the file as UTF-8, and type the text anew. (unreadable-character)",
    ],
  },
  {
    what: "half a character",
    changes: inBooks("Five books.", '"Five \\ud83d books."'),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: This text holds a character that could not be read. Save the file as UTF-8, and type the text anew. (unreadable-character)",
    ],
  },
  // Languages
  {
    what: "a language without a text",
    changes: inBooks("  en: Five books.\n", ""),
    problems: [
      'borrowing/how-many-books.yaml:6:1 error: "answer" has no text in "en". Add "en:" under it. (missing-language)',
    ],
  },
  {
    what: "a language that the bot doesn't speak",
    changes: inBooks("  en: Five books.\n", "  en: Five books.\n  fr: Cinq livres.\n"),
    problems: [
      'borrowing/how-many-books.yaml:9:3 error: "fr" is not among the languages of bot.yaml. Write id or en, add it there, or remove this. (unknown-language)',
    ],
  },
  {
    what: "phrasings in one language only",
    changes: inBooks("  en: [borrow how many books]\n", ""),
    problems: [
      'borrowing/how-many-books.yaml:14:1 warning: There are no phrasings in "en". Add "en:" with ways of asking. (missing-language)',
    ],
  },
  {
    what: "phrasings in an unknown language",
    changes: inBooks(
      "  en: [borrow how many books]",
      "  en: [borrow]\n  mixed: [borrow buku]\n  jv: [nyilih pira]",
    ),
    problems: [
      'borrowing/how-many-books.yaml:18:3 error: "jv" is not among the languages of bot.yaml. Write id, en or mixed, add it there, or remove this. (unknown-language)',
    ],
  },
  {
    what: "a source's title without a text in a language",
    changes: inBooks("title: Rules of the library", "title:\n      id: Peraturan"),
    problems: [
      'borrowing/how-many-books.yaml:10:5 error: "sources.0.title" has no text in "en". Add "en:" under it. (missing-language)',
    ],
  },
  {
    what: "a source's title in a language that the bot doesn't speak",
    changes: inBooks("Rules of the library", "{id: Peraturan, en: Rules, fr: Règlement}"),
    problems: [
      'borrowing/how-many-books.yaml:10:39 error: "fr" is not among the languages of bot.yaml. Write id or en, add it there, or remove this. (unknown-language)',
    ],
  },
  {
    what: "a source's title whose languages have lost their indentation",
    changes: inBooks("title: Rules of the library", "title:\n    id: Peraturan\n    en: Rules"),
    problems: [
      "borrowing/how-many-books.yaml:10:11 error: This text is empty. Write it. (empty-text)",
      'borrowing/how-many-books.yaml:11:5 error: There is no key "id" here. Indent it, and all that belongs to it, by two spaces more. (unknown-key)',
      'borrowing/how-many-books.yaml:12:5 error: There is no key "en" here. Indent it, and all that belongs to it, by two spaces more. (unknown-key)',
    ],
  },
  {
    what: "a list for a source's title",
    changes: inBooks("title: Rules of the library", "title: [Rules, Regulations]"),
    problems: [
      'borrowing/how-many-books.yaml:10:5 error: "sources.0.title" should be a text, or a text for each language. Write the text after the colon, or one a line below it as "en: the text", indented. (wrong-kind)',
    ],
  },
  // Links
  {
    what: "a link without https",
    changes: inBooks("https://example.org/rules", "http://example.org/rules"),
    problems: [
      "borrowing/how-many-books.yaml:11:10 error: This link does not begin with https://. Use the page's https:// address. (bad-link)",
    ],
  },
  {
    what: "a link with a user name",
    changes: inBooks("https://example.org/rules", "https://example.org@203.0.113.7/rules"),
    problems: [
      "borrowing/how-many-books.yaml:11:10 error: This link holds a user name, which hides where it leads. Remove what stands between https:// and the @. (bad-link)",
    ],
  },
  {
    what: "a link with a Cyrillic letter in its host",
    changes: inBooks("https://example.org/rules", "https://ex\u0430mple.org/rules"),
    problems: [
      "borrowing/how-many-books.yaml:11:10 error: This link has a host written in letters that may be mistaken for others. Use an address whose host is in the letters a to z. (bad-link)",
    ],
  },
  {
    what: "a link to no whole host",
    changes: inBooks("https://example.org/rules", "https://intranet/rules"),
    problems: [
      "borrowing/how-many-books.yaml:11:10 error: This link has no full host name. Copy the address from the browser. (bad-link)",
    ],
  },
  {
    what: "a link with a backslash",
    changes: inBooks("https://example.org/rules", "https://example.org\\@203.0.113.7"),
    problems: [
      "borrowing/how-many-books.yaml:11:10 error: This link holds a space or a backslash. Copy the address from the browser. (bad-link)",
    ],
  },
  {
    what: "a link that is none",
    changes: inBooks("https://example.org/rules", "example.org/rules"),
    problems: [
      "borrowing/how-many-books.yaml:11:10 error: This link is not a whole address. Copy the address from the browser. (bad-link)",
    ],
  },
  {
    what: "a link that runs a script",
    changes: inBooks("https://example.org/rules", "javascript:alert(1)"),
    problems: [
      "borrowing/how-many-books.yaml:11:10 error: This link is not a whole address. Copy the address from the browser. (bad-link)",
    ],
  },
  {
    what: "a bad link within an answer",
    changes: inBooks("Five books.", "Five books, see http://example.org."),
    problems: [
      "borrowing/how-many-books.yaml:8:7 error: The link http://example.org does not begin with https://. Use the page's https:// address. (bad-link)",
    ],
  },
  {
    what: "a source without a title",
    changes: inBooks("  - title: Rules of the library\n    url", "  - url"),
    problems: [
      'borrowing/how-many-books.yaml:10:5 error: The key "title" is missing. Add "title:" here. (missing-key)',
    ],
  },
  {
    what: "no sources",
    changes: inBooks(
      "sources:\n  - title: Rules of the library\n    url: https://example.org/rules\n",
      "",
    ),
    problems: [
      "borrowing/how-many-books.yaml:1:1 warning: This answer names no source. Add one under `sources`. (no-source)",
    ],
  },
  // Numbers and days
  {
    what: "a number that is none",
    changes: inBooks("number: 1", "number: 1e3"),
    problems: [
      "borrowing/how-many-books.yaml:5:9 error: This text has the wrong form. Write a number from 1 to 9999. (wrong-form)",
    ],
  },
  {
    what: "the number of another entry",
    changes: inBooks("number: 1", "number: 2"),
    problems: [
      "visiting/opening-hours.yaml:5:9 error: The number 2 is also that of borrowing/how-many-books.yaml. Give it one that is free. (duplicate-number)",
    ],
  },
  {
    what: "a day in another form",
    changes: inBooks("2026-11-23", "23 November 2026"),
    problems: [
      "borrowing/how-many-books.yaml:13:11 error: This text has the wrong form. Write the day as year-month-day, such as 2026-11-23. (wrong-form)",
    ],
  },
  {
    what: "a day that the calendar doesn't have",
    changes: inBooks("2026-11-23", "2026-02-30"),
    problems: [
      "borrowing/how-many-books.yaml:13:11 error: There is no 2026-02-30. Look at the calendar. (no-such-day)",
    ],
  },
  {
    what: "a concept whose name holds a tab, or a line break, or nothing",
    changes: {
      "words.yaml":
        'concepts:\n  phone\tnumber: [a]\n  "two\\nlines": [b]\n  "": [c]\n  phone number: [d]\n',
    },
    problems: ['"phone\\tnumber"', '"two\\nlines"', '""'].map(
      (name, at) =>
        `words.yaml:${at + 2}:3 error: The name ${name} has the wrong form. Write it in words with one space between them, such as phone number. (wrong-form)`,
    ),
  },
  // Between entries
  {
    what: "a related entry that isn't there",
    changes: inBooks("[opening-hours]", "[opening-hour]"),
    problems: [
      'borrowing/how-many-books.yaml:12:11 error: There is no entry "opening-hour". Did you mean "opening-hours"? (unknown-related)',
    ],
  },
  {
    what: "an entry related to itself",
    changes: inBooks("[opening-hours]", "[opening-hours, how-many-books]"),
    problems: [
      "borrowing/how-many-books.yaml:12:26 error: This entry is related to itself. Remove the line. (related-to-itself)",
    ],
  },
  {
    what: "the same id in two folders",
    changes: {
      "visiting/how-many-books.yaml": edited(hoursFile, "number: 2\n", "")
        .replace(/buka|open/g, "$&x")
        .replace("[how-many-books]", "[opening-hours]"),
    },
    problems: [
      'visiting/how-many-books.yaml:1:1 error: The id "how-many-books" is also that of borrowing/how-many-books.yaml. Rename one of the files. (duplicate-id)',
    ],
  },
  {
    what: "the same phrasing under two entries",
    changes: {
      [hoursFile]: edited(hoursFile, "[opening time]", '[opening time, "Borrow: how many BOOKS?"]'),
    },
    problems: [
      'visiting/opening-hours.yaml:15:22 error: "Borrow: how many BOOKS?" also asks for borrowing/how-many-books.yaml. Keep it where it belongs, and reword or remove the other. (duplicate-phrasing)',
    ],
  },
  {
    what: "another entry's canonical question",
    changes: {
      [hoursFile]: edited(hoursFile, "When do you open?", "How many books may I borrow?"),
    },
    problems: [
      'visiting/opening-hours.yaml:3:7 error: "How many books may I borrow?" also asks for borrowing/how-many-books.yaml. Keep it where it belongs, and reword or remove the other. (duplicate-phrasing)',
    ],
  },
  {
    what: "the same phrasing twice in an entry",
    changes: inBooks("[pinjam berapa buku]", "[pinjam berapa buku, pinjam berapa buku]"),
    problems: [
      'borrowing/how-many-books.yaml:15:28 warning: "pinjam berapa buku" stands here twice. Remove one. (repeated-phrasing)',
    ],
  },
  {
    what: "an entry that nobody can ask for",
    changes: { [booksFile]: "answer: {id: Lima buku., en: Five books.}\n" },
    problems: [
      'borrowing/how-many-books.yaml:1:1 warning: There are no phrasings in "id". Add "id:" with ways of asking. (missing-language)',
      'borrowing/how-many-books.yaml:1:1 warning: There are no phrasings in "en". Add "en:" with ways of asking. (missing-language)',
      "borrowing/how-many-books.yaml:1:1 warning: This entry has no canonical question. Add `question:`; menus show it. (no-question)",
      "borrowing/how-many-books.yaml:1:1 error: Nobody can ask for this entry. Add ways of asking under `phrasings`. (no-phrasings)",
      "borrowing/how-many-books.yaml:1:1 warning: This entry has no short title. Add `short:`; buttons show it. (no-short)",
      "borrowing/how-many-books.yaml:1:1 warning: This answer names no source. Add one under `sources`. (no-source)",
    ],
  },
  {
    what: "a folder without a title",
    changes: inBot("categories:\n  borrowing: {id: Meminjam, en: Borrowing}\n"),
    problems: [
      'visiting/opening-hours.yaml:1:1 warning: bot.yaml has no title for the folder "visiting". Add it there under "categories". (unknown-category)',
    ],
  },
  // Files
  {
    what: "an entry file in a folder of a folder",
    changes: { "visiting/weekends/sunday.yaml": "answer: {id: Tutup., en: Closed.}\n" },
    problems: [
      "visiting/weekends/sunday.yaml:1:1 error: This file lies too deep. Move it to faq/<category>/<entry>.yaml. (too-deep)",
    ],
  },
  {
    what: "an entry file with another ending",
    changes: {
      [hoursFile]: undefined,
      "visiting/opening-hours.yml": edited(hoursFile, "number: 2\n", ""),
    },
    problems: [
      "visiting/opening-hours.yml:1:1 error: This file's name does not end with .yaml. Name it opening-hours.yaml. (wrong-ending)",
    ],
  },
  {
    what: "an entry file that Notepad has given another ending",
    changes: {
      [hoursFile]: undefined,
      "visiting/opening-hours.yaml.txt": edited(hoursFile, "number: 2\n", ""),
    },
    problems: [
      "visiting/opening-hours.yaml.txt:1:1 error: This file's name does not end with .yaml. Name it opening-hours.yaml. If it seems to be called that, show the endings of file names first (in Windows' Explorer under View). (wrong-ending)",
    ],
  },
  {
    what: "files beside the folders whose ending is wrong, which are read all the same",
    changes: {
      "bot.yaml": undefined,
      "bot.YAML": "languages: [id, en]\n",
      "words.yml": "slang: [wa]\n",
    },
    problems: [
      "bot.YAML:1:1 error: This file's name does not end with .yaml. Name it bot.yaml. (wrong-ending)",
      "words.yml:1:1 error: This file's name does not end with .yaml. Name it words.yaml. (wrong-ending)",
      'words.yml:1:1 error: "slang" should be a block of keys. Write `key: text` lines, indented by two spaces. (wrong-kind)',
    ],
  },
  {
    what: "a file beside the folders that the right one makes superfluous",
    changes: { "bot.yml": "languages: [en]\n" },
    problems: [
      "bot.yml:1:1 warning: This file is not read. Entries lie in a folder; beside the folders only bot.yaml, words.yaml, offtopic.yaml are read. (unknown-file)",
    ],
  },
  {
    what: "an entry file with a blank in its name",
    changes: {
      [hoursFile]: undefined,
      "visiting/opening hours.yaml": edited(hoursFile, "number: 2\n", ""),
      ...inBooks("[opening-hours]", "[]"),
    },
    problems: [
      "visiting/opening hours.yaml:1:1 error: \"opening hours\" can't be an entry's id. Name the file in lower-case words joined by hyphens. (bad-id)",
    ],
  },
  {
    what: "an entry file in another case than kebab",
    changes: {
      [hoursFile]: undefined,
      "visiting/Opening_hours.yaml": edited(hoursFile, "number: 2\n", ""),
      ...inBooks("[opening-hours]", "[Opening_hours]"),
    },
    problems: [
      'visiting/Opening_hours.yaml:1:1 warning: "Opening_hours" is not in kebab-case. Name the file in lower-case words joined by hyphens. (bad-id)',
    ],
  },
  {
    what: "an unknown file beside the folders",
    changes: { "notes.yaml": "to do: more entries\n" },
    problems: [
      "notes.yaml:1:1 warning: This file is not read. Entries lie in a folder; beside the folders only bot.yaml, words.yaml, offtopic.yaml are read. (unknown-file)",
    ],
  },
  {
    what: "no entries",
    changes: { [booksFile]: undefined, [hoursFile]: undefined },
    problems: [
      "bot.yaml:1:1 error: This FAQ has no entry. Add a file such as faq/topic/question.yaml. (no-entries)",
    ],
  },
  {
    what: "a broken file that another entry is related to",
    changes: { [hoursFile]: "question: [\n" },
    problems: [
      "visiting/opening-hours.yaml:1:11 error: The [ that opens here is never closed. Close it, or put the whole text in double quotes if it belongs to the text. (yaml-syntax)",
    ],
  },
  // bot.yaml
  {
    what: "no bot.yaml",
    changes: { "bot.yaml": undefined },
    problems: [
      'bot.yaml:1:1 error: bot.yaml is missing. Add it with a line such as "languages: [en]". (no-bot)',
    ],
  },
  {
    what: "a bot.yaml that can't be read",
    changes: { "bot.yaml": "languages: [id, en\nname: x\n" },
    problems: [
      "bot.yaml:1:12 error: The [ that opens here is never closed. Close it, or put the whole text in double quotes if it belongs to the text. (yaml-syntax)",
    ],
  },
  {
    what: "a bot.yaml without languages",
    changes: { "bot.yaml": "name: {id: Pustaka}\n" },
    problems: [
      'bot.yaml:1:1 error: The key "languages" is missing. Add "languages:" here. (missing-key)',
    ],
  },
  {
    what: "an empty list of languages",
    changes: { "bot.yaml": "languages: []\n" },
    problems: [
      'bot.yaml:1:1 error: No language is named. Write "languages: [en]" or such. (no-language)',
    ],
  },
  {
    what: "a language that is no code",
    changes: { "bot.yaml": "languages: [id, English]\n" },
    problems: [
      "bot.yaml:1:17 error: This text has the wrong form. Write a language code such as id or en. (wrong-form)",
    ],
  },
  {
    what: "a language twice",
    changes: { "bot.yaml": "languages: [id, en, id]\n" },
    problems: ['bot.yaml:1:21 error: "id" stands here twice. Remove one. (repeated-language)'],
  },
  {
    what: "a text for the list of languages",
    changes: { "bot.yaml": "languages: id\n" },
    problems: [
      'bot.yaml:1:12 error: "languages" should be a list. Write one item a line, each after a dash. (wrong-kind)',
    ],
  },
  {
    what: "an unknown message",
    changes: inBot("messages:\n  welcom: {id: Halo, en: Hello}\n"),
    problems: [
      'bot.yaml:3:3 error: There is no key "welcom" here. Did you mean "welcome"? (unknown-key)',
    ],
  },
  {
    what: "a message in one language",
    changes: inBot("messages:\n  welcome: {en: Hello}\n"),
    problems: [
      'bot.yaml:3:3 error: "messages.welcome" has no text in "id". Add "id:" under it. (missing-language)',
    ],
  },
  {
    what: "small talk without a reply",
    changes: inBot("smalltalk:\n  greeting:\n    phrasings: {id: [hai], en: [hi]}\n"),
    problems: [
      'bot.yaml:3:3 error: Small talk "greeting" has no reply. Add a "reply:". (missing-key)',
    ],
  },
  {
    what: "small talk in a language without a reply in it",
    changes: inBot(
      "smalltalk:\n  speak-en:\n    language: en\n    phrasings: {id: [inggris], en: [english]}\n    reply: {id: Baik.}\n",
    ),
    problems: [
      'bot.yaml:6:5 error: "smalltalk.speak-en.reply" has no text in "en". Add "en:" under it. (missing-language)',
    ],
  },
  {
    what: "small talk in an unknown language",
    changes: inBot(
      "smalltalk:\n  speak-fr:\n    language: fr\n    phrasings: {id: [perancis], en: [french]}\n    reply: {fr: Oui.}\n",
    ),
    problems: [
      'bot.yaml:4:15 error: "fr" is not among the languages. Add it to `languages`, or remove this kind. (unknown-language)',
    ],
  },
  // words.yaml and offtopic.yaml
  {
    what: "a concept that is no list",
    changes: { "words.yaml": "concepts:\n  book: buku\n" },
    problems: [
      'words.yaml:2:9 error: "concepts.book" should be a list. Write one item a line, each after a dash. (wrong-kind)',
    ],
  },
  {
    what: "an unknown part of words.yaml",
    changes: { "words.yaml": "slangs: {wa: whatsapp}\n" },
    problems: [
      'words.yaml:1:1 error: There is no key "slangs" here. Did you mean "slang"? (unknown-key)',
    ],
  },
  {
    what: "an empty concept form",
    changes: { "words.yaml": "concepts:\n  book: [buku, '']\n" },
    problems: [
      "words.yaml:2:16 error: This text is empty. Write it, or remove the line. (empty-text)",
    ],
  },
  {
    what: "off-topic sentences without a kind",
    changes: { "offtopic.yaml": "- what is the weather\n" },
    problems: [
      "offtopic.yaml:1:1 error: This file should be a block of keys. Write `key: text` lines, indented by two spaces. (wrong-kind)",
    ],
  },
];
