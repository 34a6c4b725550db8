import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { bundlePageAssets } from "../../bin/page-assets.ts";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { chatFaq } from "../../functions/webhook/page/chat-faq.ts";
import { chatPage } from "../../functions/webhook/page/chat-page.ts";
import { faqPage } from "../../functions/webhook/page/faq-page.ts";
import type { Page, PageAssets } from "../../functions/webhook/page/page.ts";
import { published } from "./fixture.ts";

let assets: PageAssets;
beforeAll(async () => {
  assets = await bundlePageAssets();
});

const kinds = { chat: chatPage, faq: faqPage };
type Kind = keyof typeof kinds;
const everyPage = (["chat", "faq"] as const).flatMap((kind) =>
  ["id", "en"].map((language) => ({ kind, language })),
);
const pageOf = (kind: Kind, language: string, faq: PublishedFaq = published): Page =>
  kinds[kind](faq, assets, language);

const allMatches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? "");
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe.each(everyPage)("the $kind page in $language", ({ kind, language }) => {
  it("says its language in its markup and its headers", () => {
    const { html, headers } = pageOf(kind, language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(headers["content-language"]).toBe(language);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers.vary).toBe("accept-language");
  });

  it("has one title, one description, one first-level heading and one main part", () => {
    const { html } = pageOf(kind, language);
    for (const tag of [
      /<title>[^<]{10,}</g,
      /<meta name="description" content="[^"]{30,}"/g,
      /<h1/g,
      /<main>/g,
    ]) {
      expect(html.match(tag)).toHaveLength(1);
    }
  });

  it("names itself in each language for search engines", () => {
    const path = kind === "chat" ? "/" : "/faq";
    const links = allMatches(
      pageOf(kind, language).html,
      /rel="alternate" hreflang="\w+" href="([^"]+)"/g,
    );
    expect(links).toEqual([`${path}?language=id`, `${path}?language=en`]);
  });

  it("allows by hash exactly the script and style that it holds, and nothing from elsewhere", () => {
    const { html, headers } = pageOf(kind, language);
    const policy = new Map(
      (headers["content-security-policy"] ?? "").split("; ").map((directive) => {
        const [name = "", ...sources] = directive.split(" ");
        return [name, sources.join(" ")];
      }),
    );
    expect(policy.get("style-src")).toBe(
      allMatches(html, /<style>(.*?)<\/style>/gs)
        .map(hashOf)
        .join(" "),
    );
    const scripts = allMatches(html, /<script>(.*?)<\/script>/gs).map(hashOf);
    expect(policy.get("script-src")).toBe(kind === "chat" ? scripts.join(" ") : undefined);
    expect(scripts).toHaveLength(kind === "chat" ? 1 : 0);
    policy.delete("style-src");
    policy.delete("script-src");
    expect(Object.fromEntries(policy)).toEqual({
      "default-src": "'none'",
      ...(kind === "chat" && { "connect-src": "'self'" }),
      "img-src": "data:",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
    });
  });

  it("loads nothing: no source, no import, no address in its style", () => {
    const { html } = pageOf(kind, language);
    expect(html).not.toMatch(/\ssrc=|srcset=|@import|url\(|<iframe|<object|<embed/);
    const [icon] = allMatches(html, /<link rel="icon" href="([^"]*)"/g);
    expect(icon).toMatch(/^data:image\/svg\+xml,/);
    expect(html).not.toMatch(/ style=| on\w+="/);
  });

  it("tells browsers not to guess, refer, embed or use devices", () => {
    const { headers } = pageOf(kind, language);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "permissions-policy": expect.stringContaining("microphone=()"),
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("set-cookie");
  });
});

describe("texts of the FAQ", () => {
  /** The same FAQ with one text in every place of one entry, and as the bot's name. */
  const withText = (text: string): PublishedFaq => {
    const texts = { id: text, en: text };
    const [first, ...others] = published.entries;
    if (!first) throw new Error("The fixture has entries");
    return {
      bot: { ...published.bot, name: texts },
      entries: [
        {
          ...first,
          question: texts,
          sources: [{ title: texts, url: `https://example.org/${text}` }],
        },
        ...others,
      ],
    };
  };
  const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0;
  const hostile = [
    `</script><script>alert(1)</script>`,
    `<!--<script>`,
    `"><img src=x onerror=alert(1)>`,
    `' autofocus onfocus='alert(1)`,
    `&lt;b&gt; & co`,
    "\u2028\u2029",
  ];
  const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile));

  it("never add an element or end an attribute, whatever they hold", () => {
    const plain = withText("x");
    const markup = {
      chat: count(pageOf("chat", "id", plain).html, /</g),
      faq: pageOf("faq", "id", plain).html,
    };
    fc.assert(
      fc.property(anyText, (text) => {
        const faq = withText(text);
        expect(count(pageOf("chat", "id", faq).html, /</g)).toBe(markup.chat);
        const { html } = pageOf("faq", "id", faq);
        for (const part of [/</g, />/g, /"/g])
          expect(count(html, part)).toBe(count(markup.faq, part));
      }),
    );
  });

  it("reach the chat page's script exactly as they are", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const faq = withText(text);
        const [data = ""] = allMatches(
          pageOf("chat", "id", faq).html,
          /<script type="application\/json" id="faq">(.*?)<\/script>/gs,
        );
        expect(JSON.parse(data)).toEqual(chatFaq(faq));
      }),
    );
  });

  it("stand readable on the FAQ page", () => {
    const { html } = pageOf("faq", "en", withText(`Tom & "Jerry" <3`));
    expect(html).toContain("<h3>Tom &amp; &quot;Jerry&quot; &lt;3 ");
  });
});

describe("the chat page", () => {
  it("holds the questions of all topics in both languages, and no phrasing and no answer", () => {
    const { html } = pageOf("chat", "id");
    for (const { question, answer } of published.entries) {
      expect(html).toContain(JSON.stringify(question.id));
      expect(html).toContain(JSON.stringify(question.en));
      expect(html).not.toContain(answer.en);
    }
    expect(html).not.toContain("phrasing of");
  });

  it("leads to the FAQ page where there is no JavaScript", () => {
    const [notice = ""] = allMatches(pageOf("chat", "en").html, /<noscript>(.*?)<\/noscript>/gs);
    expect(notice).toContain(`href="/faq?language=en"`);
  });

  it("has a question box that no browser can submit, remember or send to a spelling service", () => {
    const [field = ""] = allMatches(pageOf("chat", "id").html, /(<input[^>]*>)/g);
    expect(field).toContain(`autocomplete="off"`);
    expect(field).toContain(`spellcheck="false"`);
    expect(field).not.toMatch(/ name=/);
  });

  it("speaks English where it has no words of its own in a language", () => {
    const bot = { ...published.bot, languages: ["ms", "en"] as const };
    const { html } = chatPage({ ...published, bot }, assets, "ms");
    expect(html).toContain(`<html lang="ms">`);
    expect(html).toContain(`placeholder="Type your question"`);
  });

  it("offers no choice of language where there is one", () => {
    const bot = { ...published.bot, languages: ["id"] as const };
    expect(chatPage({ ...published, bot }, assets, "id").html).not.toContain(`data-language="`);
    expect(faqPage({ ...published, bot }, assets, "id").html).not.toContain(`class="languages"`);
  });

  it("weighs at most 40 KB compressed with a FAQ of fifty entries", () => {
    const { html } = pageOf("chat", "id", fiftyEntries());
    expect(Buffer.byteLength(gzipSync(html))).toBeLessThanOrEqual(40 * 1024);
  });
});

describe("the FAQ page", () => {
  it.each(["id", "en"])(
    "has every question and answer in %s under the entry's anchor",
    (language) => {
      const { html } = pageOf("faq", language);
      for (const { id, question, answer } of published.entries) {
        const [article = ""] = allMatches(
          html,
          new RegExp(`<article id="${id}">(.*?)</article>`, "gs"),
        );
        expect(article).toContain(`<h3>${question[language]} `);
        expect(article).toContain((answer[language] ?? "").split(/\n|https/)[0]);
      }
    },
  );

  it("lists in its contents each question once, topic by topic in menu order", () => {
    const { html } = pageOf("faq", "id");
    const [contents = ""] = allMatches(html, /<nav class="contents"(.*?)<\/nav>/gs);
    expect(allMatches(contents, /href="#([^"]+)"/g)).toEqual(published.entries.map(({ id }) => id));
    expect(allMatches(contents, /<summary>([^<]+) </g)).toEqual([
      "Keanggotaan",
      "Peminjaman",
      "Berkunjung",
    ]);
  });

  it("links sources that have an address and names those that have none", () => {
    const { html } = pageOf("faq", "id");
    expect(html).toContain(
      `<li><a href="https://example.org/peraturan#3" rel="noopener noreferrer">Peraturan perpustakaan, pasal 3</a></li>`,
    );
    expect(html).toContain("<li>Papan pengumuman, November 2026</li>");
  });

  it("names a source in the page's language", () => {
    expect(pageOf("faq", "en").html).toContain("<li>Notice board, November 2026</li>");
    expect(pageOf("faq", "en").html).not.toContain("Papan pengumuman");
  });

  it("says when an answer was checked, in words of its language, and nothing where it never was", () => {
    const checked = (language: string) =>
      allMatches(pageOf("faq", language).html, /<p class="checked">([^<]+)/g);
    expect(new Set(checked("id"))).toEqual(new Set(["Diperiksa 23 November 2026"]));
    expect(new Set(checked("en"))).toEqual(new Set(["Checked 23 November 2026"]));
    expect(checked("id")).toHaveLength(published.entries.length - 1);
  });

  it("shows topics that the FAQ gives no title, and leaves empty ones out", () => {
    const categories = new Map([["closed", { id: "Tutup", en: "Closed" }]]);
    const { html } = faqPage({ ...published, bot: { ...published.bot, categories } }, assets, "en");
    expect(allMatches(html, /<h2 id="topic:[^"]+">([^<]+)/g)).toEqual([
      "membership",
      "borrowing",
      "visiting",
    ]);
  });
});

/** Entries of about 1.5 KB in each language, no two words of which are the same by design. */
function fiftyEntries(): PublishedFaq {
  const [prose] = fc.sample(
    fc.infiniteStream(fc.string({ unit: "grapheme-ascii", minLength: 2, maxLength: 9 })),
    {
      numRuns: 1,
      seed: 1,
    },
  );
  const write = (characters: number): string => {
    let text = "";
    while (text.length < characters) text += `${prose?.next().value} `;
    return text.slice(0, characters);
  };
  const inBoth = (characters: number) => ({
    id: write(characters),
    en: write(characters),
  });
  const entries = Array.from({ length: 50 }, (_, index) => ({
    id: `entry-${index}`,
    category: `topic-${index % 7}`,
    number: index + 1,
    question: inBoth(70),
    short: inBoth(24),
    answer: inBoth(1000),
    sources: [{ title: inBoth(80), url: `https://example.org/${index}` }],
    related: [`entry-${(index + 1) % 50}`, `entry-${(index + 2) % 50}`],
    verified: "2026-11-23",
  }));
  return { ...published, entries };
}
