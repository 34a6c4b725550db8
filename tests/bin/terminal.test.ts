// Colours and changing lines only where they are seen, and wanted.
import { expect, it } from "vitest";
import { canRedraw, hasColour } from "../../bin/terminal.ts";

const terminal = { isTTY: true };
const pipe = {};

it.each([
  ["on a terminal", terminal, {}, true],
  ["in a pipe", pipe, {}, false],
  ["on a terminal with NO_COLOR", terminal, { NO_COLOR: "1" }, false],
  ["with a NO_COLOR that is empty, which counts for nothing", terminal, { NO_COLOR: "" }, true],
  ["on a terminal that knows no colours", terminal, { TERM: "dumb" }, false],
  ["in a pipe with FORCE_COLOR", pipe, { FORCE_COLOR: "1" }, true],
  ["with FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
  ["where both are set, as in Node", pipe, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
])("colour %s", (_, stream, environment, isColoured) => {
  expect(hasColour(stream, environment)).toBe(isColoured);
});

it.each([
  ["on a terminal", terminal, {}, true],
  ["in a pipe, whatever the colours", pipe, { FORCE_COLOR: "1" }, false],
  ["on a terminal that can't go back", terminal, { TERM: "dumb" }, false],
  ["in CI", terminal, { CI: "true" }, false],
])("a line that changes %s", (_, stream, environment, isRedrawn) => {
  expect(canRedraw(stream, environment)).toBe(isRedrawn);
});
