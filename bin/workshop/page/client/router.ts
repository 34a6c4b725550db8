// Goes where the address leads: shows that view, brings back where one was in it, moves the focus.
import { fragmentOf, type Route, readRoute, type ViewName, viewNames } from "../route.ts";

export interface Router {
  readonly route: () => Route;
}

/** @param show shows what the route leads to, before focus and scroll position are set */
export function followAddress(show: (route: Route) => void): Router {
  let route = readRoute(location.hash);
  /** By address, how far down one was. */
  const places = new Map<string, number>();
  // The browser would scroll before the view is there.
  history.scrollRestoration = "manual";
  showView(route);
  addEventListener("scroll", () => places.set(addressOf(route), scrollY), { passive: true });

  addEventListener("hashchange", () => {
    const from = route;
    const wasAt = scrollY;
    route = readRoute(location.hash);
    showView(route);
    show(route);
    const isMovedWithinMap = from.view === "map" && route.view === "map";
    const isReturn = from.view !== route.view || route.ids.length === 0;
    const known = isReturn ? places.get(addressOf(route)) : undefined;
    scrollTo(0, isMovedWithinMap ? wasAt : (known ?? 0));
    focusTarget(from, route)?.focus({ preventScroll: !isMovedWithinMap });
  });

  return { route: () => route };
}

function addressOf({ view, ids }: Route): string {
  return fragmentOf(view, ...ids);
}

/** Each link of the navigation leads back to where one was in its view. */
function showView(route: Route): void {
  for (const view of viewNames) {
    const section = document.getElementById(`view-${view}`);
    if (section) section.hidden = view !== route.view;
    const link = document.querySelector<HTMLAnchorElement>(`[data-view="${view}"]`);
    if (view === route.view) {
      link?.setAttribute("aria-current", "page");
      link?.setAttribute("href", addressOf(route));
    } else link?.removeAttribute("aria-current");
  }
  const entries = document.getElementById("view-entries");
  entries?.classList.toggle("has-entry", route.view === "entries" && route.ids.length > 0);
}

/** Where somebody goes on reading. */
function focusTarget(from: Route, to: Route): HTMLElement | null {
  const [id] = to.ids;
  if (to.view === "map" && id !== undefined) return document.getElementById("pair");
  if (to.view === "entries" && id !== undefined) return document.getElementById("entry-title");
  if (to.view === "entries" && from.view === "entries") return rowOf(from) ?? titleOf(to.view);
  return titleOf(to.view);
}

function rowOf({ ids }: Route): HTMLElement | null {
  const href = fragmentOf("entries", ...ids);
  return document.querySelector(`#entry-list a[href="${CSS.escape(href)}"]`);
}

function titleOf(view: ViewName): HTMLElement | null {
  return document.getElementById(`title-${view}`);
}

export function focusView({ view, ids }: Route): void {
  const entryTitle = view === "entries" && ids.length > 0 && document.getElementById("entry-title");
  (entryTitle || titleOf(view))?.focus();
}
