// What to do about a key that a file doesn't know: mostly it is misspelt, or stands too far left.
import type { Path } from "./yaml.ts";

/** `present` are the keys that stand there: what is there already can't be what was meant. */
export function suggestKey(
  key: string,
  known: readonly string[],
  present: readonly string[],
  path: Path,
): string {
  const missing = known.filter((name) => !present.includes(name));
  const alike = missing.find((name) => isMisspelt(key.toLowerCase(), name));
  if (alike) return `Did you mean "${alike}"?`;
  if (languagesStandIn(path) && /^([a-z]{2,3}|mixed)$/.test(key)) {
    return "Indent it, and all that belongs to it, by two spaces more.";
  }
  return known.length > 0 ? `The keys known here are ${known.join(", ")}.` : "Remove it.";
}

/** An entry's keys and a source's take texts in each language, one step further in. */
function languagesStandIn(path: Path): boolean {
  return path.length === 0 || path[0] === "sources";
}

/** The same beginning, or the same letters but for one, left out, added, swapped or replaced. */
function isMisspelt(key: string, name: string): boolean {
  if (key !== "" && name.startsWith(key.slice(0, 3))) return true;
  let same = 0;
  while (same < key.length && key[same] === name[same]) same += 1;
  const [rest, restOfName] = [key.slice(same), name.slice(same)];
  return (
    name.length > 3 &&
    (rest.slice(1) === restOfName ||
      rest === restOfName.slice(1) ||
      rest.slice(1) === restOfName.slice(1) ||
      `${rest[1]}${rest[0]}${rest.slice(2)}` === restOfName)
  );
}
