// Writes HTML in which every value is escaped unless it is HTML already.

/** Text that is safe to put into a page as it stands. */
export interface Html {
  readonly html: string;
}

type Value = string | Html | readonly Html[];

/** A template tag: `` html`<p>${text}</p>` ``. Attribute values must stand in double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const written = parts.map((part, index) => part + write(values[index] ?? ""));
  return { html: written.join("") };
}

function write(value: Value): string {
  if (typeof value === "string") return escapeHtml(value);
  if ("html" in value) return value.html;
  return value.map(write).join("");
}

/** For text that is markup by intent: our own scripts, styles and icons. */
export function trusted(text: string): Html {
  return { html: text };
}

function escapeHtml(text: string): string {
  const codes: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => codes[character] ?? "");
}

/** Data for the page's script, in an element that browsers never run. */
export function dataElement(id: string, data: unknown): Html {
  // No `<` means no `</script>` and no `<!--`, either of which would end or bend the element.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return html`<script type="application/json" id="${id}">${trusted(json)}</script>`;
}
