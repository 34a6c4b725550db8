// The contents of the bundle as a table for the terminal.
import { formatTable } from "../table.ts";
import type { BundledPart } from "./parts.ts";

export function formatParts(parts: readonly BundledPart[]): string {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const packages = parts.filter(({ isPackage }) => isPackage).length;
  return formatTable(
    ["in the bundle", "version", "licence", "bytes"],
    [
      ...parts.map((part) => [part.name, part.version, part.license, String(part.bytes)]),
      [`${packages} packages and our own code`, "", "", String(bytes)],
    ],
  );
}
