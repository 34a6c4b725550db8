// Which part of the workshop an address leads to: `#entries/reminders`, `#ask`, `#map/from/to`.

export const viewNames = ["entries", "ask", "changes", "findings", "map"] as const;
export type ViewName = (typeof viewNames)[number];

export interface Route {
  readonly view: ViewName;
  /** An entry's id for `entries`; for `map` two, whose phrasings and who would win them. */
  readonly ids: readonly string[];
}

/** What leads nowhere leads to the entries. */
export function readRoute(fragment: string): Route {
  const [name, ...ids] = fragment.replace(/^#/, "").split("/").map(decode);
  const view = viewNames.find((view) => view === name);
  if (!view) return { view: "entries", ids: [] };
  return { view, ids: ids.filter((id) => id !== "") };
}

export function fragmentOf(view: ViewName, ...ids: readonly string[]): string {
  return `#${[view, ...ids.map(encodeURIComponent)].join("/")}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
