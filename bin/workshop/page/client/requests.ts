// Asks the server for what the state doesn't hold: an explanation, previews.
import type { Preview } from "../../../previews/preview.ts";
import type { Explained } from "../../explained.ts";

/** `tooLong` is what the bot wouldn't read; `notYet` while nothing is learnt. */
export type AskFailure = "tooLong" | "notYet" | "failed";

export async function askWhy(text: string): Promise<Explained | AskFailure> {
  try {
    const response = await fetch("/workshop/ask", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    });
    if (response.ok) return (await response.json()) as Explained;
    if (response.status === 413) return "tooLong";
    return response.status === 503 ? "notYet" : "failed";
  } catch {
    return "failed";
  }
}

export async function fetchPreviews(
  entry: string,
  language: string,
): Promise<Preview[] | undefined> {
  const query = new URLSearchParams({ entry, language });
  try {
    const response = await fetch(`/workshop/preview?${query}`, { cache: "no-store" });
    return response.ok ? ((await response.json()) as Preview[]) : undefined;
  } catch {
    return undefined;
  }
}
