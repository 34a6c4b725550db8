// Moving about in the list of entries: one stop for Tab, arrow keys from one to the next.

/** The list is drawn anew within the box; the filter above it leads into it. */
export function listenToList(filter: HTMLInputElement, box: HTMLElement): void {
  filter.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || event.isComposing) return;
    event.preventDefault();
    visibleLinks(box)[0]?.focus();
  });
  box.addEventListener("keydown", (event) => {
    const links = visibleLinks(box);
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = targetOf(event.key, at, links.length);
    if (target === undefined) return;
    event.preventDefault();
    if (target < 0) filter.focus();
    else links[target]?.focus();
  });
  box.addEventListener("focusin", (event) => {
    const link = visibleLinks(box).find((link) => link === event.target);
    if (link) setStop(box, link);
  });
}

/** Exactly one entry can be reached by Tab: the one last visited, the open one, or the first. */
export function setListStop(box: HTMLElement): void {
  const links = visibleLinks(box);
  const current =
    links.find((link) => link === document.activeElement) ??
    links.find((link) => link.hasAttribute("aria-current")) ??
    links[0];
  if (current) setStop(box, current);
}

/** Before the first lies the filter, which is −1. */
function targetOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowUp":
      return at - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

function setStop(box: HTMLElement, current: HTMLAnchorElement): void {
  for (const link of box.querySelectorAll("a")) link.tabIndex = link === current ? 0 : -1;
}

function visibleLinks(box: HTMLElement): HTMLAnchorElement[] {
  return [...box.querySelectorAll("a")].filter((link) => link.closest("[hidden]") === null);
}
