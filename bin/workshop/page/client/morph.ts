// Makes what stands in the page like something newly built, touching only what differs, so that
// focus, scroll positions, open details and what was typed stay as they are.

/** Children are told apart by `data-key`; those without one by their kind and order. */
export function morph(live: Element, fresh: Element): void {
  const focused = document.activeElement;
  morphElement(live, fresh);
  // A node that was moved loses the focus, though it is still there.
  if (focused !== document.activeElement && focused?.isConnected && isFocusable(focused)) {
    focused.focus({ preventScroll: true });
  }
}

/** Puts these in place of what the element holds, in the same way. */
export function morphChildren(live: Element, ...children: readonly (Node | string)[]): void {
  const fresh = live.cloneNode(false) as Element;
  fresh.append(...children);
  morph(live, fresh);
}

function morphElement(live: Element, fresh: Element): void {
  morphAttributes(live, fresh);
  const wantedKeys = new Set([...fresh.children].map(keyOf));
  const keyed = new Map<string, Element>();
  for (const child of [...live.children]) {
    const key = keyOf(child);
    if (key === undefined) continue;
    if (wantedKeys.has(key)) keyed.set(key, child);
    else child.remove();
  }
  let next: ChildNode | null = live.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const key = keyOf(wanted);
    const match = key === undefined ? next : keyed.get(key);
    if (!match || keyOf(match) !== key || !isSameKind(match, wanted)) {
      live.insertBefore(wanted, next);
      continue;
    }
    // Of two with the same key each needs one of its own.
    if (key !== undefined) keyed.delete(key);
    if (match === next) next = next.nextSibling;
    else live.insertBefore(match, next);
    if (match instanceof Element) morphElement(match, wanted as Element);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (next) {
    const after: ChildNode | null = next.nextSibling;
    next.remove();
    next = after;
  }
}

function keyOf(node: Node): string | undefined {
  return node instanceof Element ? (node.getAttribute("data-key") ?? undefined) : undefined;
}

function isSameKind(one: Node, other: Node): boolean {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName;
}

function isFocusable(element: Element): element is HTMLElement | SVGElement {
  return element instanceof HTMLElement || element instanceof SVGElement;
}

/** Whoever opened or closed a `details` decides about it from then on. */
function morphAttributes(live: Element, fresh: Element): void {
  const isReaders = (name: string) => name === "open" && live.nodeName === "DETAILS";
  for (const { name } of [...live.attributes]) {
    if (!fresh.hasAttribute(name) && !isReaders(name)) live.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (live.getAttribute(name) !== value && !isReaders(name)) live.setAttribute(name, value);
  }
}
