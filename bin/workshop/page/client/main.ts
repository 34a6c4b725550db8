// Brings the workshop to life: the state that comes, the address, the language, what is typed.

import { byId } from "../../../../functions/webhook/page/client/element.ts";
import type { WorkshopState } from "../../state.ts";
import { createFilter } from "../filter.ts";
import { type IndexedState, indexState } from "../indexed-state.ts";
import type { Route } from "../route.ts";
import { workshopTextsIn } from "../texts.ts";
import { createAskBox } from "./ask-box.ts";
import { changesView } from "./changes-view.ts";
import { entryList, revealChosen, showFound } from "./entry-list.ts";
import { entryView } from "./entry-view.ts";
import { findingsView, ruleOptions, wantedOf } from "./findings-view.ts";
import { learningView, newsOf } from "./learning-view.ts";
import { listenToList, setListStop } from "./list-keys.ts";
import { mapView } from "./map-view.ts";
import { listenToMatrix, setMatrixStop } from "./matrix-keys.ts";
import { morphChildren } from "./morph.ts";
import { showPageWords } from "./page-words.ts";
import { createPreviewBox } from "./preview-box.ts";
import { focusView, followAddress } from "./router.ts";
import { type Shown, saidIn } from "./shown.ts";
import { followState } from "./state-feed.ts";

const place = (id: string) => byId(id, HTMLElement);
const filter = byId("filter", HTMLInputElement);
const severity = byId("severity", HTMLSelectElement);
const rule = byId("rule", HTMLSelectElement);

let language = document.documentElement.lang;
let indexed: IndexedState | undefined;
let find = createFilter([]);
let news: string | undefined;
/** The entry that the list was last scrolled to. */
let revealed: string | undefined;

const shownNow = (): Shown | undefined =>
  indexed && { indexed, language, texts: workshopTextsIn(language) };

const announce = (text: string) => {
  place("announcer").textContent = text;
};
const previews = createPreviewBox(() => show());
const askBox = createAskBox(
  {
    form: byId("ask-form", HTMLFormElement),
    field: byId("question", HTMLInputElement),
    status: place("ask-status"),
    place: place("explanation"),
  },
  shownNow,
  announce,
);
const router = followAddress(() => show());

function show(): void {
  const shown = shownNow();
  if (!shown) return;
  const { state } = shown.indexed;
  const name = saidIn(state.name, shown);
  place("faq-name").textContent = name.text;
  place("faq-name").lang = name.lang;
  morphChildren(place("learning"), ...learningView(shown));
  place("count-findings").textContent = countText(state.findings.length);
  place("count-changes").textContent = countText(state.lastSave?.questions.worse.length ?? 0);
  views[router.route().view](shown, router.route());
}

const views: Readonly<Record<Route["view"], (shown: Shown, route: Route) => void>> = {
  entries(shown, { ids: [id] }) {
    const list = place("entry-list");
    const entry = id === undefined ? undefined : shown.indexed.entry(id);
    morphChildren(list, ...entryList(shown, id));
    showFiltered();
    const content = () => (entry ? previews.content(entry, shown) : []);
    morphChildren(place("entry"), ...entryView(id, content, shown));
    if (id !== revealed) revealChosen(list);
    revealed = id;
  },
  ask: () => askBox.show(),
  changes: (shown) => morphChildren(place("changes-content"), ...changesView(shown)),
  findings(shown) {
    morphChildren(rule, ...ruleOptions(rule.value, shown));
    const wanted = { severity: severity.value, rule: rule.value };
    const { findings } = shown.indexed.state;
    say(
      "findings-shown",
      shown.texts.shownFindings(wantedOf(findings, wanted).length, findings.length),
    );
    morphChildren(place("findings-content"), ...findingsView(wanted, shown));
  },
  map(shown, { ids }) {
    morphChildren(place("map-content"), ...mapView(ids, shown));
    setMatrixStop(place("map-content"));
  },
};

function showFiltered(): void {
  const shown = shownNow();
  if (!shown) return;
  const found = find(filter.value);
  showFound(place("entry-list"), found);
  setListStop(place("entry-list"));
  say("filter-found", shown.texts.shownEntries(found.length, shown.indexed.state.entries.length));
}

/** A live region speaks whenever it is written to, so nothing is written twice. */
function say(id: string, text: string): void {
  if (place(id).textContent !== text) place(id).textContent = text;
}

function countText(count: number): string {
  return count > 0 ? ` ${count}` : "";
}

function receive(state: WorkshopState): void {
  indexed = indexState(state);
  find = createFilter(state.entries);
  place("loading").hidden = true;
  show();
  askBox.follow(state);
  const shown = shownNow();
  const heard = shown ? newsOf(shown) : "";
  if (news !== undefined && news !== heard) announce(heard);
  news = heard;
}

function speak(chosen: string): void {
  language = chosen;
  showPageWords(workshopTextsIn(language), language);
  show();
  askBox.show();
  const shown = shownNow();
  if (shown) news = newsOf(shown);
}

filter.addEventListener("input", showFiltered);
severity.addEventListener("change", show);
rule.addEventListener("change", show);
place("entry").addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement) previews.choose(target.value);
});
place("entry").addEventListener("click", ({ target }) => {
  const key = target instanceof HTMLElement ? target.dataset.jump : undefined;
  const heading = key && place("entry").querySelector<HTMLElement>(`.${key} > h3`);
  if (!heading) return;
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
});
place("skip").addEventListener("click", (event) => {
  event.preventDefault();
  focusView(router.route());
});
for (const choice of document.querySelectorAll<HTMLElement>("[data-language]")) {
  choice.addEventListener("click", () => speak(choice.dataset.language ?? language));
}
listenToList(filter, place("entry-list"));
listenToMatrix(place("map-content"));

void followState({
  onState: receive,
  onConnection(isThere) {
    say("connection", isThere ? "" : workshopTextsIn(language).connectionLost);
  },
});
