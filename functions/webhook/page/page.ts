// The frame that both pages share: their head, and the headers that lock them to our own server.
import { createHash } from "node:crypto";
import type { Bot, Language } from "../faq/faq.ts";
import { type Html, html, trusted } from "./html.ts";
import { iconAddress } from "./icons.ts";

/** What the browser gets besides the FAQ: minified code and styles, made by `bundlePageAssets`. */
export interface PageAssets {
  readonly chatScript: string;
  readonly chatStyle: string;
  readonly faqStyle: string;
}

export interface Page {
  readonly html: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface PageParts {
  readonly language: Language;
  readonly languages: Bot["languages"];
  /** Where the page is served: `/` or `/faq`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly style: string;
  readonly body: Html;
  /** Run after the body has been read. */
  readonly script?: string;
}

export function makePage(parts: PageParts): Page {
  const { language, title, description, style, body, script } = parts;
  const document = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f3ec">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1716">
<link rel="icon" href="${iconAddress}">
${parts.languages.map(
  (other) => html`<link rel="alternate" hreflang="${other}" href="${pathIn(parts.path, other)}">
`,
)}<style>${trusted(style)}</style>
</head>
<body>
${body}${script === undefined ? "" : html`<script>${trusted(script)}</script>`}
</body>
</html>
`;
  return { html: document.html, headers: headersFor(language, style, script) };
}

/** A page's address in a language. */
export function pathIn(path: string, language: Language): string {
  return `${path}?language=${encodeURIComponent(language)}`;
}

function headersFor(language: Language, style: string, script: string | undefined) {
  const policy = [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${hashSource(script)}`, "connect-src 'self'"]),
    `style-src ${hashSource(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "content-type": "text/html; charset=utf-8",
    "content-language": language,
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy":
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    // Short, so that a corrected answer reaches everyone within minutes.
    "cache-control": "public, max-age=300",
    vary: "accept-language",
  };
}

/** A source that allows exactly this text inline: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}
