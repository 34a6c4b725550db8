// Links that may be shown but hide where they lead, and sources that tell too little.
import { linksIn } from "../../../functions/webhook/faq/links.ts";
import type { FaqText } from "../faq-texts.ts";
import { about, type Finding, type Rule, whereIs } from "../rule.ts";
import { inRole } from "../subject.ts";

/** Services that shorten any address. */
const shorteners = new Set([
  ...["bit.ly", "bitly.com", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly"],
  ...[
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "shorturl.at",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "v.gd",
  ],
]);

/** Each link with the text that holds it; its index tells it from others in that text. */
function* linksOf(texts: readonly FaqText[]): Generator<{ text: FaqText; link: string }> {
  for (const text of inRole(texts, "link", "answer", "message", "reply")) {
    for (const link of linksIn(text.text)) yield { text, link };
  }
}

function aboutLink({ file, path, text }: FaqText, link: string, message: string): Finding {
  return { file, path, piece: { text: link, index: text.indexOf(link) }, message };
}

const hostOf = (link: string) => (URL.canParse(link) ? new URL(link).hostname : "");

const shortLink: Rule = {
  name: "short-link",
  why: "A shortened link hides where it leads, and whoever made it can make it lead elsewhere.",
  remedy: "Open it, and copy the address of the page that it leads to.",
  bad: "url: https://bit.ly/3abcdef",
  good: "url: https://example.org/opening-hours",
  *find({ texts }) {
    for (const { text, link } of linksOf(texts)) {
      const host = hostOf(link).replace(/^www\./, "");
      if (!shorteners.has(host)) continue;
      yield aboutLink(text, link, `The link ${link} is a shortened one, by ${host}.`);
    }
  },
};

const numberHost: Rule = {
  name: "number-host",
  why: "An address of bare numbers names nobody, so people can't tell whose page it is.",
  remedy: "Use the address with the page's name.",
  bad: "url: https://192.0.2.7/hours",
  good: "url: https://example.org/hours",
  *find({ texts }) {
    for (const { text, link } of linksOf(texts)) {
      const host = hostOf(link);
      if (!/^[\d.]+$|^\[/.test(host)) continue;
      yield aboutLink(
        text,
        link,
        `The link ${link} leads to a number, ${host}, instead of a name.`,
      );
    }
  },
};

const trackers = /^(utm_\w+|fbclid|gclid|igshid|mc_eid|msclkid)$/;

const trackingLink: Rule = {
  name: "tracking-link",
  why: "The end of such an address tells the page's owner where its reader came from.",
  remedy: "Remove it from the address, and see whether the page still opens.",
  bad: "url: https://example.org/hours?utm_source=whatsapp&fbclid=abc",
  good: "url: https://example.org/hours",
  *find({ texts }) {
    for (const { text, link } of linksOf(texts)) {
      if (!URL.canParse(link)) continue;
      const found = [...new URL(link).searchParams.keys()].filter((key) => trackers.test(key));
      if (found.length === 0) continue;
      yield aboutLink(text, link, `This link follows its readers (${found.join(", ")}).`);
    }
  },
};

const addressAsTitle: Rule = {
  name: "address-as-title",
  why: "People are shown the title; an address there tells them neither who wrote it nor when.",
  remedy: "Write who published it, when, and its headline.",
  bad: "sources:\n  - title: https://example.org/hours",
  good: "sources:\n  - title: Library of Example, opening hours\n    url: https://example.org/hours",
  *find({ texts }) {
    for (const text of inRole(texts, "source")) {
      if (!/^(https?:\/\/|www\.)\S+$/i.test(text.text)) continue;
      yield about(text, "The title of this source is an address.");
    }
  },
};

const repeatedSource: Rule = {
  name: "repeated-source",
  why: "A source that stands twice makes the answer look better founded than it is.",
  remedy: "Remove one of them.",
  bad: "sources:\n  - {title: Rules, url: https://example.org/rules}\n  - {title: The rules, url: https://example.org/rules}",
  good: "sources:\n  - {title: Rules, url: https://example.org/rules}",
  *find({ entries }) {
    for (const { texts } of entries) {
      const first = new Map<string, FaqText>();
      const reported = new Set<unknown>();
      for (const text of sourcesOf(texts)) {
        const same = first.get(text.text) ?? text;
        first.set(text.text, same);
        const [, source] = text.path;
        // A source's title may be the same in two languages.
        if (source === same.path[1] || reported.has(source)) continue;
        reported.add(source);
        yield about(text, `The same source stands in ${whereIs(same)}.`);
      }
    }
  },
};

/** Of each source its link, or its title in every language where it has none. */
function sourcesOf(texts: readonly FaqText[]): FaqText[] {
  const links = inRole(texts, "link");
  const linked = new Set(links.map(({ path }) => path[1]));
  return [...links, ...inRole(texts, "source").filter(({ path }) => !linked.has(path[1]))];
}

export const linkRules: readonly Rule[] = [
  shortLink,
  numberHost,
  trackingLink,
  addressAsTitle,
  repeatedSource,
];
