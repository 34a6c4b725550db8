// A page that stands alone: no script, no request, nothing that isn't in it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Html, html, trusted } from "../../../functions/webhook/page/html.ts";

const styles = [
  join(import.meta.dirname, "../../../functions/webhook/page/ground.css"),
  join(import.meta.dirname, "report.css"),
];

export interface DocumentParts {
  readonly language: string;
  readonly title: string;
  readonly body: Html;
}

export function writeDocument({ language, title, body }: DocumentParts): string {
  const style = styles.map((file) => readFileSync(file, "utf8")).join("\n");
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}</body>
</html>`.html;
}
