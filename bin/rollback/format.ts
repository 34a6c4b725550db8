// A function's versions, in words for the terminal.
import { formatTable } from "../table.ts";
import type { Deployments, Version } from "./deployments.ts";

export function formatVersions({ versions, live }: Pick<Deployments, "versions" | "live">): string {
  return formatTable(
    ["version", "made", "description", ""],
    versions.map((version) => [
      String(version.number),
      madeAt(version),
      version.description,
      version.number === live.version ? "live" : "",
    ]),
  );
}

/** `7 (made 2026-11-26 10:12 UTC, build 0123456789abcdef)` */
export function formatVersion(version: Version): string {
  const facts = [`made ${madeAt(version)}`, version.description].filter(Boolean);
  return `${version.number} (${facts.join(", ")})`;
}

function madeAt({ madeAt }: Version): string {
  if (!madeAt || Number.isNaN(madeAt.getTime())) return "at an unknown time";
  return `${madeAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
