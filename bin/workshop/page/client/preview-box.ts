// Gets the previews of the open entry, keeps them while newer ones are on their way.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { Preview } from "../../../previews/preview.ts";
import type { WorkshopEntry } from "../../state.ts";
import { previewView } from "./preview-view.ts";
import { fetchPreviews } from "./requests.ts";
import type { Shown } from "./shown.ts";

export interface PreviewBox {
  /** What there is to show for the entry; asks for what is missing. */
  content(entry: WorkshopEntry, shown: Shown): readonly Node[];
  choose(language: string): void;
}

/** @param onNews is called when there is more to show */
export function createPreviewBox(onNews: () => void): PreviewBox {
  /** Of each entry in each language the last previews that came. */
  const known = new Map<string, readonly Preview[] | "failed">();
  /** What the last previews were asked for; the same is not asked for twice. */
  let wanted = "";
  let chosen: string | undefined;

  async function fetchFor(key: string, stamp: string, entry: string, language: string) {
    const previews = await fetchPreviews(entry, language);
    if (previews) known.set(key, previews);
    else if (!known.has(key)) known.set(key, "failed");
    if (stamp === wanted) onNews();
  }

  return {
    content(entry, shown) {
      const { state } = shown.indexed;
      const language = languageFor(chosen ?? shown.language, state.languages);
      const key = `${entry.id} ${language}`;
      // The bot's own words stand in previews too, so that every save may change them.
      const stamp = `${key} ${state.lastSave?.sinceMs ?? 0} ${JSON.stringify(entry)}`;
      if (stamp !== wanted) {
        wanted = stamp;
        void fetchFor(key, stamp, entry.id, language);
      }
      return [choice(language, shown), ...view(known.get(key), language, entry, shown)];
    },
    choose(language) {
      chosen = language;
      onNews();
    },
  };
}

function languageFor(wish: string, languages: readonly string[]): string {
  return languages.includes(wish) ? wish : (languages[0] ?? wish);
}

function choice(language: string, { indexed, texts }: Shown): HTMLElement {
  const options = indexed.state.languages.map((one) =>
    element(
      "option",
      { value: one, "data-key": one, ...(one === language && { selected: true as const }) },
      one.toUpperCase(),
    ),
  );
  return element(
    "p",
    { class: "preview-choice", "data-key": "choice" },
    element("label", { for: "preview-language" }, texts.previewLanguage),
    " ",
    element("select", { id: "preview-language" }, ...options),
  );
}

function view(
  previews: readonly Preview[] | "failed" | undefined,
  language: string,
  entry: WorkshopEntry,
  shown: Shown,
): HTMLElement[] {
  const { texts } = shown;
  if (previews === undefined) return [element("p", { class: "quiet" }, "…")];
  if (previews === "failed") return [element("p", { class: "quiet" }, texts.previewFailed)];
  return [previewView(previews, language, entry.answer[language] ?? "", shown)];
}
