// A file that only grows: one line for each change, so that no crash can spoil an earlier one.
import { appendFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EventItem } from "./event.ts";
import type { CountItem } from "./read-counts.ts";

/** A change: an event's new state, an addition to a cell, or both at once. */
export interface Change {
  readonly put?: EventItem;
  readonly add?: CountItem;
}

export interface Journal {
  /** Writes one more change; when this returns, readers in any process see it. */
  append(change: Change): void;
  /** Replaces all of it by just these changes. */
  rewrite(changes: Iterable<Change>): void;
}

/**
 * Every change in the folder's journal, also while another process writes to it.
 * @throws Error naming the line, if one in the middle cannot be read
 */
export function readJournal(folder: string): Change[] {
  const path = pathIn(folder);
  const lines = textOf(path).split("\n");
  // After the last newline: nothing, or a line that a crash tore or a writer is about to finish.
  lines.pop();
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as Change;
    } catch {
      throw new Error(`${path}:${index + 1}: not a change. Delete the line to go on without it.`);
    }
  });
}

/** Replaces the folder's journal by one with just these changes, to which more can be added. */
export function startJournal(folder: string, changes: Iterable<Change>): Journal {
  const path = pathIn(folder);
  let size = 0;
  let isTorn = false;
  const journal: Journal = {
    rewrite(changes) {
      const text = Array.from(changes, toLine).join("");
      const draft = `${path}.new`;
      writeFileSync(draft, text, { flush: true });
      renameSync(draft, path);
      size = Buffer.byteLength(text);
      isTorn = false;
    },
    append(change) {
      const line = toLine(change);
      if (isTorn) truncateSync(path, size);
      isTorn = true;
      appendFileSync(path, line);
      isTorn = false;
      size += Buffer.byteLength(line);
    },
  };
  journal.rewrite(changes);
  return journal;
}

function pathIn(folder: string): string {
  return join(folder, "counts.jsonl");
}

function toLine(change: Change): string {
  return `${JSON.stringify(change)}\n`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
