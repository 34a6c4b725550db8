// Letters that only look like others: such a text may miss, but is never answered with another entry.
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openFaq, readGoodFaq } from "../../bin/open-faq.ts";
import { decide } from "../../functions/webhook/matching/decide.ts";
import { createMatcher, type Matcher } from "../../functions/webhook/matching/matcher.ts";

const faqFolder = join(import.meta.dirname, "../../faq");

/** As people and fraudsters have written them, and as they would be typed. */
const golden: readonly (readonly [plain: string, written: string])[] = [
  // Cyrillic
  ["apakah wa bisa baca chat saya?", "аpаkаh wа bіsа bаcа chаt sаyа?"],
  ["will my account be deleted on may 15", "wіll mу ассоunt bе dеlеtеd оn mау 15"],
  ["is my location shared with facebook", "іѕ mу lосаtіоn ѕhаrеd wіth fасеbооk"],
  ["kapan kebijakan baru whatsapp berlaku", "kараn kеbіјаkаn bаru whаtѕарр bеrlаku"],
  [
    "bagaimana cara hapus akun whatsapp saya sendiri",
    "bаgаіmаnа саrа hарuѕ аkun whаtѕарр ѕауа ѕеndіrі",
  ],
  ["apa yang terjadi kalau saya tidak setuju", "ара уаng tеrјаdі kаlаu ѕауа tіdаk ѕеtuјu"],
  // Greek
  ["apakah wa bisa baca chat saya?", "αραkαh ωα bιѕα bαcα chατ ѕαyα?"],
  ["what data does whatsapp share with facebook", "whαt dαtα dοes whαtsαpp shαre with fαcebοοk"],
  ["apa itu enkripsi end to end", "αpα itu enkripsi end tο end"],
  ["can I accept the update later", "cαn Ι αccept the υpdαte lαter"],
  // Wide, mathematical, circled, small capitals
  [
    "will my account be deleted on may 15",
    "ｗｉｌｌ ｍｙ ａｃｃｏｕｎｔ ｂｅ ｄｅｌｅｔｅｄ ｏｎ ｍａｙ １５",
  ],
  ["apakah wa bisa baca chat saya?", "𝗮𝗽𝗮𝗸𝗮𝗵 𝘄𝗮 𝗯𝗶𝘀𝗮 𝗯𝗮𝗰𝗮 𝗰𝗵𝗮𝘁 𝘀𝗮𝘆𝗮?"],
  ["is my location shared with facebook", "𝓲𝓼 𝓶𝔂 𝓵𝓸𝓬𝓪𝓽𝓲𝓸𝓷 𝓼𝓱𝓪𝓻𝓮𝓭 𝔀𝓲𝓽𝓱 𝓯𝓪𝓬𝓮𝓫𝓸𝓸𝓴"],
  ["apa itu enkripsi end to end", "ⓐⓟⓐ ⓘⓣⓤ ⓔⓝⓚⓡⓘⓟⓢⓘ ⓔⓝⓓ ⓣⓞ ⓔⓝⓓ"],
  ["kapan kebijakan baru whatsapp berlaku", "ᴋᴀᴘᴀɴ ᴋᴇʙɪᴊᴀᴋᴀɴ ʙᴀʀᴜ ᴡʜᴀᴛꜱᴀᴘᴘ ʙᴇʀʟᴀᴋᴜ"],
  // Digits and signs for letters
  ["will my account be deleted on may 15", "w1ll my acc0unt b3 d3l3t3d 0n m4y 15"],
  ["apakah wa bisa baca chat saya?", "4p4k4h w4 b1s4 b4c4 ch4t s4y4?"],
  [
    "bagaimana cara hapus akun whatsapp saya sendiri",
    "b@g@im@n@ c@r@ h@pu$ @kun wh@t$@pp $@y@ $endiri",
  ],
  ["what data does whatsapp share with facebook", "wh4t d4t4 d035 wh4t54pp 5h4r3 w17h f4c3b00k"],
  // Other Latin letters, and dots where there were none
  ["is my location shared with facebook", "ıs mɣ ɭocɑtıon shɑred wıth fɑcebook"],
  ["apa yang terjadi kalau saya tidak setuju", "ąpą ÿąng ţęŗjądı kąłąu şąÿą ţıdąk şęţųju"],
  ["can I accept the update later", "cɐn ı ɐccǝpʇ ʇɥǝ updɐʇǝ lɐʇǝɹ"],
  // Letters apart, and letters joined by nothing that can be seen
  ["will my account be deleted on may 15", "w i l l m y a c c o u n t b e d e l e t e d on may 15"],
  [
    "apakah wa bisa baca chat saya?",
    "a\u200bpa\u200bkah w\u2060a b\u00adisa ba\u200cca ch\u200dat sa\ufeffya?",
  ],
];

/** Each letter's look-alikes in one alphabet. */
const alphabets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Cyrillic: {
    ...{ a: "а", c: "с", e: "е", h: "һ", i: "і", j: "ј", k: "к", m: "м", o: "о", p: "р" },
    ...{ s: "ѕ", t: "т", u: "и", w: "ԝ", x: "х", y: "у" },
  },
  Greek: {
    ...{ a: "α", e: "ε", i: "ι", k: "κ", n: "η", o: "ο", p: "ρ", r: "г", t: "τ", u: "υ" },
    ...{ v: "ν", w: "ω", x: "χ", y: "γ" },
  },
  Armenian: { a: "ɑ", g: "ց", h: "հ", n: "ո", o: "օ", q: "զ", s: "ѕ", u: "ս", w: "ա" },
  digits: { a: "4", b: "8", e: "3", g: "9", i: "1", l: "1", o: "0", s: "5", t: "7", z: "2" },
};

/** All letters that have a twin, then only the vowels, then one letter at a time. */
function disguisesOf(text: string): string[] {
  return Object.values(alphabets).flatMap((twins) => {
    const disguised = (isChanged: (letter: string) => boolean) =>
      [...text.toLowerCase()]
        .map((letter) => (isChanged(letter) ? (twins[letter] ?? letter) : letter))
        .join("");
    const letters = Object.keys(twins);
    return [
      disguised(() => true),
      disguised((letter) => "aeiou".includes(letter)),
      ...letters.map((one) => disguised((letter) => letter === one)),
    ];
  });
}

describe("homoglyphs", () => {
  let matcher: Matcher;
  beforeAll(() => {
    const { model, lexicon } = openFaq(faqFolder);
    matcher = createMatcher(model, lexicon);
  });
  const answered = (text: string) => {
    const decision = decide(matcher.match(text), matcher.model.thresholds);
    return decision.kind === "answer" ? decision.entry : undefined;
  };

  it.each(golden)("%s: %s", (plain, written) => {
    expect(written).not.toBe(plain);
    const entry = answered(plain);
    expect(entry).toBeDefined();
    expect([entry, undefined]).toContain(answered(written));
  });

  it("of no canonical question are answered with another entry", () => {
    const { entries } = readGoodFaq(faqFolder).faq;
    const questions = entries.flatMap(({ question }) => Object.values(question));
    const wrong = questions.flatMap((plain) => {
      const entry = answered(plain);
      return disguisesOf(plain)
        .map((written) => ({ plain, written, entry, answered: answered(written) }))
        .filter((each) => each.answered !== undefined && each.answered !== entry);
    });
    console.log(
      `${questions.length} questions, ${questions.flatMap(disguisesOf).length} disguises`,
    );
    expect(wrong).toEqual([]);
  });
});
