// A part of the report's page, with its heading.
import { type Html, html } from "../../../functions/webhook/page/html.ts";

export function section(id: string, title: string, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${`${id}-heading`}">
<h2 id="${`${id}-heading`}">${title}</h2>
${content}</section>
`;
}
