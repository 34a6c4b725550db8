// The standing parts of each view: headings, and the fields that must keep what is typed into them.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import type { StandingTexts } from "./texts.ts";

export interface Say {
  /** Ends an opening tag and puts the text behind it. */
  readonly text: (name: keyof StandingTexts) => Html;
  readonly label: (name: keyof StandingTexts) => Html;
}

// No id here is the name of a view: the browser itself would jump to what an address names.

export function entriesView(say: Say): Html {
  return html`<section id="view-entries" class="view" aria-labelledby="title-entries" hidden>
<div class="finder">
<h2 id="title-entries" tabindex="-1" ${say.text("entries")}</h2>
<label class="field-label" for="filter" ${say.text("filter")}</label>
<input id="filter" type="search" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-describedby="filter-hint">
<p id="filter-hint" class="hint" ${say.text("filterHint")}</p>
<p id="filter-found" class="hint" role="status"></p>
<div id="entry-list" class="entry-list"></div>
</div>
<article id="entry" class="entry"></article>
</section>`;
}

/** No spelling check, since some browsers send the text away for one. */
export function askView(say: Say): Html {
  return html`<section id="view-ask" class="view" aria-labelledby="title-ask" hidden>
<h2 id="title-ask" tabindex="-1" ${say.text("ask")}</h2>
<p class="hint" id="ask-hint" ${say.text("askHint")}</p>
<form id="ask-form" class="ask-form" novalidate>
<label class="field-label" for="question" ${say.text("askLabel")}</label>
<input id="question" type="text" autocomplete="off" spellcheck="false" enterkeyhint="go" aria-describedby="ask-hint">
<button type="submit" class="main-button" ${say.text("askButton")}</button>
</form>
<p id="ask-status" class="hint" role="status"></p>
<div id="explanation" class="explanation"></div>
</section>`;
}

export function changesView(say: Say): Html {
  return html`<section id="view-changes" class="view" aria-labelledby="title-changes" hidden>
<h2 id="title-changes" tabindex="-1" ${say.text("changes")}</h2>
<p class="hint" ${say.text("changesHint")}</p>
<div id="changes-content" class="changes"></div>
</section>`;
}

export function findingsView(say: Say): Html {
  return html`<section id="view-findings" class="view" aria-labelledby="title-findings" hidden>
<h2 id="title-findings" tabindex="-1" ${say.text("findings")}</h2>
<p class="hint" ${say.text("findingsHint")}</p>
<div class="choices">
<div><label class="field-label" for="severity" ${say.text("severity")}</label>
<select id="severity"><option value="" ${say.text("anySeverity")}</option><option value="error" ${say.text("errors")}</option><option value="warning" ${say.text("warnings")}</option></select></div>
<div><label class="field-label" for="rule" ${say.text("rule")}</label>
<select id="rule"><option value="" data-key="" ${say.text("anyRule")}</option></select></div>
</div>
<p id="findings-shown" class="hint" role="status"></p>
<div id="findings-content" class="findings"></div>
</section>`;
}

export function mapView(say: Say): Html {
  return html`<section id="view-map" class="view" aria-labelledby="title-map" hidden>
<h2 id="title-map" tabindex="-1" ${say.text("map")}</h2>
<p class="hint" ${say.text("mapHint")}</p>
<div id="map-content" class="map"></div>
</section>`;
}
