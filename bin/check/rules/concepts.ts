// Concepts of words.yaml that join no words.
import { findConcepts } from "../../../functions/webhook/matching/words.ts";
import type { FaqText } from "../faq-texts.ts";
import { about, quote, type Rule, whereIs } from "../rule.ts";
import { inRole } from "../subject.ts";

const conceptOf = ({ path }: FaqText) => String(path[1]);

const unusedConcept: Rule = {
  name: "unused-concept",
  why: "A concept that no sentence of the FAQ names teaches the bot nothing.",
  remedy: "Add the words that the phrasings use, or remove the concept.",
  bad: "concepts:\n  laundry: [laundry, cucian]   # nobody asks about laundry",
  good: "concepts:\n  book: [book, buku]",
  *find({ texts, words, standard, lexicon, isWhole }) {
    if (!isWhole) return;
    const named = new Set<string>();
    for (const text of inRole(texts, "question", "phrasing", "smalltalk", "offtopic")) {
      if (named.size === words.concepts.size) return;
      for (const { concept } of findConcepts(standard(text), lexicon)) named.add(concept);
    }
    const seen = new Set<string>();
    for (const { file, path } of inRole(texts, "form")) {
      const concept = String(path[1]);
      if (named.has(concept) || seen.has(concept) || !words.concepts.has(concept)) continue;
      seen.add(concept);
      yield {
        file,
        path: ["concepts", concept],
        message: `No sentence of this FAQ has a word of the concept "${concept}".`,
      };
    }
  },
};

const singleForm: Rule = {
  name: "single-form",
  why: "A concept joins words that mean the same; one form alone is joined with nothing.",
  remedy: "Add the words of the other languages and the synonyms, or remove the concept.",
  bad: "concepts:\n  book: [book]",
  good: "concepts:\n  book: [book, buku]",
  *find({ texts, words }) {
    const file = inRole(texts, "form")[0]?.file;
    for (const [concept, { length }] of words.concepts) {
      if (!file || length > 0) continue;
      const message = `The concept "${concept}" has no form.`;
      yield { file, path: ["concepts", concept], message };
    }
    const forms = new Map<string, FaqText[]>();
    for (const form of inRole(texts, "form")) {
      forms.set(conceptOf(form), [...(forms.get(conceptOf(form)) ?? []), form]);
    }
    for (const [concept, [only, ...others]] of forms) {
      if (!only || others.length > 0) continue;
      yield {
        file: only.file,
        path: ["concepts", concept],
        message: `The concept "${concept}" has only one form, ${quote(only.text)}.`,
      };
    }
  },
};

const repeatedForm: Rule = {
  name: "repeated-form",
  why: "A form that stands twice under one concept counts once.",
  remedy: "Remove one of them.",
  bad: "concepts:\n  book: [book, buku, Book]",
  good: "concepts:\n  book: [book, buku]",
  *find({ texts, typed }) {
    const first = new Map<string, FaqText>();
    for (const text of inRole(texts, "form")) {
      const key = `${conceptOf(text)}: ${typed(text).join(" ")}`;
      const same = first.get(key);
      if (same) yield about(text, `${quote(text.text)} stands in ${whereIs(same)} too.`);
      else first.set(key, text);
    }
  },
};

export const conceptRules: readonly Rule[] = [unusedConcept, singleForm, repeatedForm];
