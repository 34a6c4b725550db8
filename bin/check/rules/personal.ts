// What somebody wrote of themselves, copied from a real message into the FAQ.
import { learntRoles } from "../faq-texts.ts";
import { aboutEach, type Rule } from "../rule.ts";

const personalData: Rule = {
  name: "personal-data",
  why: "A number or an address from a real message makes somebody known to all who read this file.",
  remedy: "Remove it, or put an invented one in its place: mostly zeros, or at example.com.",
  bad: "- my number is 0812-3456-7890, why was I blocked",
  good: "- this is my number, why was I blocked",
  *find({ texts }) {
    for (const text of texts) {
      if (!learntRoles.has(text.role) || !/[@\d]/.test(text.text)) continue;
      for (const finding of aboutEach(
        text,
        address,
        () => "This sentence holds an e-mail address.",
      )) {
        if (!nobodys.test(finding.piece?.text ?? "")) yield finding;
      }
      for (const finding of aboutEach(
        text,
        longNumber,
        (found) =>
          `This sentence holds a number of ${digitsIn(found).length} digits, such as a telephone has.`,
      )) {
        if (!isInvented(digitsIn(finding.piece?.text ?? ""))) yield finding;
      }
    }
  },
};

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
/** Addresses that belong to nobody (RFC 2606), or to an office rather than a person. */
const nobodys =
  /^(?:abuse|admin|contact|help|hello|info|no-?reply|press|service|support)@|@(?:[\w-]+\.)*(?:example(?:\.(?:com|net|org))?|test|invalid)$/i;

/** Nine digits or more, set apart by a sign at most; amounts of money have dots after each three. */
const longNumber = /(?<![\p{L}\p{N}.])\+?\d(?:[ ./()-]{0,2}\d){8,18}(?![\p{L}\p{N}])/gu;
const digitsIn = (text: string): string => text.replace(/\D/g, "");
/** Mostly zeros, or the row of keys above the letters. */
const isInvented = (digits: string) =>
  digits.replace(/[^0]/g, "").length * 2 >= digits.length || "01234567890".includes(digits);

export const personalRules: readonly Rule[] = [personalData];
