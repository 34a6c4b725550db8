// Moving about in the matrix: one stop for Tab, arrow keys from square to square, numbers beside it.

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The map is drawn anew within the box, so the box is what listens. */
export function listenToMatrix(box: HTMLElement): void {
  box.addEventListener("keydown", (event) => {
    const cell = cellOf(event.target);
    const direction = arrows[event.key];
    if (!cell || !direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    nearestCell(box, cell, direction)?.focus();
  });
  box.addEventListener("focusin", (event) => {
    const cell = cellOf(event.target);
    if (!cell) return;
    setStop(box, cell);
    point(box, cell);
  });
  box.addEventListener("pointerover", (event) => {
    const cell = cellOf(event.target);
    if (cell) point(box, cell);
  });
}

/** Exactly one square can be reached by Tab: the one last visited, the chosen one, or the first. */
export function setMatrixStop(box: HTMLElement): void {
  const cells = cellsIn(box);
  const current =
    cells.find((cell) => cell === document.activeElement) ??
    cells.find((cell) => cell.hasAttribute("aria-current")) ??
    cells[0];
  if (!current) return;
  setStop(box, current);
  if (current === document.activeElement || current.hasAttribute("aria-current")) {
    point(box, current);
  }
}

function setStop(box: HTMLElement, current: SVGAElement): void {
  for (const cell of cellsIn(box)) cell.setAttribute("tabindex", cell === current ? "0" : "-1");
}

/** Says the numbers, and draws a cross through the square to the names at its ends. */
function point(box: HTMLElement, cell: SVGAElement): void {
  const readout = box.querySelector("#readout");
  if (readout) readout.textContent = cell.getAttribute("aria-label");
  const square = cell.querySelector("rect");
  const [row, column] = placeOf(cell);
  const place = (name: string, attribute: "x" | "y") => {
    const at = Number(square?.getAttribute(attribute) ?? 0) - 1;
    box.querySelector(`[data-cross="${name}"]`)?.setAttribute(attribute, String(at));
  };
  place("row", "y");
  place("column", "x");
  for (const label of box.querySelectorAll(".matrix-label")) {
    const isEnd =
      label.getAttribute("data-row-label") === String(row) ||
      label.getAttribute("data-column-label") === String(column);
    label.classList.toggle("pointed", isEnd);
  }
}

/** The next one that way: first by how far it lies aside, then by how far it lies ahead. */
function nearestCell(
  box: HTMLElement,
  from: SVGAElement,
  [down, right]: readonly [number, number],
): SVGAElement | undefined {
  const [row, column] = placeOf(from);
  const ahead = cellsIn(box).flatMap((cell) => {
    const [otherRow, otherColumn] = placeOf(cell);
    const [rows, columns] = [otherRow - row, otherColumn - column];
    const distance = rows * down + columns * right;
    const aside = Math.abs(down === 0 ? rows : columns);
    return distance > 0 ? [{ cell, cost: distance + aside * 3 }] : [];
  });
  return ahead.sort((a, b) => a.cost - b.cost)[0]?.cell;
}

function placeOf(cell: SVGAElement): readonly [row: number, column: number] {
  return [Number(cell.getAttribute("data-row")), Number(cell.getAttribute("data-column"))];
}

function cellsIn(box: HTMLElement): SVGAElement[] {
  return [...box.querySelectorAll<SVGAElement>("a.cell")];
}

function cellOf(target: EventTarget | null): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>("a.cell") : null;
}
