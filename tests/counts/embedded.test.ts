// What the embedded store keeps in its folder, through crashes, full disks and second processes.
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type EmbeddedStore,
  openEmbeddedStore,
  readEmbeddedCounts,
} from "../../functions/webhook/counts/embedded.ts";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import { type CountStore, StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import { addressOf, cell, claimOf, keyOf, noon } from "./claims.ts";

vi.mock("node:fs", async (importActual) => {
  const actual = await importActual<typeof fs>();
  return { ...actual, appendFileSync: vi.fn(actual.appendFileSync) };
});

let directory: string;
let file: string;
let close: () => void;

beforeEach(() => {
  directory = fs.mkdtempSync(join(tmpdir(), "jelas-embedded-"));
  file = join(directory, "counts.jsonl");
  close = () => {};
});

afterEach(() => {
  close();
  fs.rmSync(directory, { recursive: true });
});

/** Opens the folder as a new process would, after the last one ended. */
function open(): EmbeddedStore {
  close();
  const store = openEmbeddedStore({ directory });
  close = () => store.close();
  return store;
}

const claim = (store: CountStore, message: string, now = noon) =>
  store.claimAndCount(claimOf(message, now), addressOf(message));

async function totalIn(folder: string): Promise<number> {
  const counts = await readEmbeddedCounts(folder, "2026-11-23", "2026-11-23");
  return counts.reduce((sum, { n }) => sum + n, 0);
}

const linesOf = () => fs.readFileSync(file, "utf8").split("\n").slice(0, -1);

describe("the folder", () => {
  it("is made if it is not there", async () => {
    const deeper = join(directory, "not", "there", "yet");
    const store = openEmbeddedStore({ directory: deeper });
    await claim(store, "first");
    store.close();
    expect(await totalIn(deeper)).toBe(1);
  });

  it("keeps counts and events from one run to the next", async () => {
    const store = open();
    const done = claimOf("done");
    await store.claimAndCount(done, addressOf("done"));
    await store.markDone(done.eventKey, done.owner);
    await claim(store, "held");
    const before = await store.counts("2026-11-01", "2026-11-30");

    const reopened = open();
    expect(await reopened.counts("2026-11-01", "2026-11-30")).toEqual(before);
    expect(await claim(reopened, "done")).toBe("done");
    expect(await claim(reopened, "held")).toBe("in-progress");
    expect(await claim(reopened, "held", noon + leaseS)).toBe("taken-over");
    expect(await totalIn(directory)).toBe(2);
  });

  it("holds what the two tables would hold, and nothing else", async () => {
    const store = open();
    const first = claimOf("a question");
    await store.claimAndCount(first, addressOf("a question"));
    await store.release(first.eventKey, first.owner);
    const second = { ...claimOf("a question"), expiresAt: first.expiresAt + 1 };
    await store.claimAndCount(second, addressOf("a question"));
    await store.markDone(second.eventKey, second.owner);

    const put = { pk: first.eventKey, x: first.expiresAt };
    const pending = { ...put, s: "P", o: first.owner, l: first.leaseUntil };
    expect(linesOf().map((line) => JSON.parse(line))).toEqual([
      { put: pending, add: { ...addressOf("a question"), n: 1 } },
      { put: { ...pending, l: 0 } },
      { put: { ...pending, o: second.owner } },
      { put: { ...put, s: "D" } },
    ]);
    expect(fs.readdirSync(directory).sort()).toEqual(["counts.jsonl", "lock"]);
  });

  it("is tidied when it is opened: a line for each event and each cell", async () => {
    const store = open();
    for (let index = 0; index < 20; index++) {
      const own = claimOf(`message ${index}`);
      await store.claimAndCount(own, { pk: "2026-11-23#0", sk: cell });
      await store.markDone(own.eventKey, own.owner);
    }
    expect(linesOf()).toHaveLength(40);
    open();
    expect(linesOf()).toHaveLength(21);
    expect(linesOf().at(-1)).toBe(`{"add":{"pk":"2026-11-23#0","sk":"${cell}","n":20}}`);
  });

  it("forgets events when they expire, but not what they counted", async () => {
    const old = { ...claimOf("old"), expiresAt: 1_000_000_000 };
    await open().claimAndCount(old, addressOf("old"));
    const reopened = open();
    expect(fs.readFileSync(file, "utf8")).not.toContain(keyOf("old"));
    expect(await totalIn(directory)).toBe(1);
    expect(await claim(reopened, "old")).toBe("claimed");
  });

  describe("while it stays open", () => {
    beforeEach(() => vi.useFakeTimers({ now: noon * 1000 }));
    afterEach(() => vi.useRealTimers());
    const dayS = 24 * 60 * 60;

    it("forgets expired events once a day, and goes on counting", async () => {
      const store = open();
      const gone = { ...claimOf("gone"), expiresAt: noon + dayS - 1 };
      const kept = { ...claimOf("kept"), expiresAt: noon + dayS + 1 };
      for (const own of [gone, kept]) {
        await store.claimAndCount(own, { pk: "2026-11-23#0", sk: cell });
      }
      vi.advanceTimersByTime(dayS * 1000);
      expect(fs.readFileSync(file, "utf8")).not.toContain(gone.eventKey);
      expect(fs.readFileSync(file, "utf8")).toContain(kept.eventKey);
      await claim(store, "next");
      expect(await totalIn(directory)).toBe(3);
    });

    it("goes on with the file as it was where it can't be replaced", async () => {
      const store = open();
      await claim(store, "first");
      fs.mkdirSync(`${file}.new`);
      vi.advanceTimersByTime(dayS * 1000);
      await claim(store, "second");
      expect(await totalIn(directory)).toBe(2);
      fs.rmdirSync(`${file}.new`);
    });

    it("no longer looks at a folder that it has let go", () => {
      open();
      close();
      close = () => {};
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  it("loses at most its last line, wherever a crash tore it", async () => {
    const store = open();
    await claim(store, "first");
    await claim(store, "second");
    close();
    const whole = fs.readFileSync(file);
    const firstLine = whole.indexOf("\n") + 1;
    for (let size = firstLine; size <= whole.length; size++) {
      fs.writeFileSync(file, whole.subarray(0, size));
      const isTorn = size < whole.length;
      expect(await totalIn(directory)).toBe(isTorn ? 1 : 2);
      const reopened = open();
      expect(await claim(reopened, "first")).toBe("in-progress");
      expect(await claim(reopened, "second")).toBe(isTorn ? "claimed" : "in-progress");
      expect(await totalIn(directory)).toBe(2);
      close();
    }
  });

  it("says which line is damaged, and leaves it to a person", async () => {
    await claim(open(), "first");
    close();
    fs.appendFileSync(file, 'not a change\n{"add":{"pk":"2026-11-23#0","sk":"x","n":1}}\n');
    const remedy = `${file}:2: not a change. Delete the line to go on without it.`;
    expect(() => open()).toThrow(remedy);
    await expect(readEmbeddedCounts(directory, "2026-11-23", "2026-11-23")).rejects.toThrow(remedy);
    expect(linesOf()).toHaveLength(3);
    fs.writeFileSync(file, `${linesOf()[0]}\n`);
    expect(await claim(open(), "first")).toBe("in-progress");
  });
});

describe("a disk that is full for a moment", () => {
  it("costs only the counts it refused", async () => {
    const store = open();
    await claim(store, "before");
    const append = vi.mocked(fs.appendFileSync);
    append.mockImplementationOnce((path, line) => {
      fs.writeFileSync(path, String(line).slice(0, 30), { flag: "a" });
      throw Object.assign(new Error("no space left on device"), {
        code: "ENOSPC",
      });
    });
    await expect(claim(store, "meanwhile")).rejects.toEqual(new StoreUnavailable("ENOSPC"));
    expect(await claim(store, "after")).toBe("claimed");
    expect(await claim(store, "meanwhile")).toBe("claimed");
    expect(await totalIn(directory)).toBe(3);
    expect(await claim(open(), "meanwhile")).toBe("in-progress");
  });
});

describe("a second writer", () => {
  it("is refused within the same process until the first has closed", async () => {
    const store = open();
    expect(() => openEmbeddedStore({ directory })).toThrow(
      `${directory} is in use by process ${process.pid}.`,
    );
    close();
    expect(fs.existsSync(join(directory, "lock"))).toBe(false);
    await expect(claim(store, "too late")).rejects.toEqual(new StoreUnavailable("Closed"));
    expect(await claim(open(), "in time")).toBe("claimed");
  });

  it("is told what to do", () => {
    fs.writeFileSync(join(directory, "lock"), String(process.ppid));
    expect(() => open()).toThrow(
      `${directory} is in use by process ${process.ppid}. End that process, or set DATA_DIR to ` +
        `another folder; if it is some other program, delete ${join(directory, "lock")}.`,
    );
  });

  it.each([
    ["a process that is gone", "2147483646"],
    ["a process that had the number we have now", String(process.pid)],
    ["a process that died before it could write its number", ""],
  ])("is let in when the lock was left by %s", async (_, holder) => {
    fs.writeFileSync(join(directory, "lock"), holder);
    expect(await claim(open(), "first")).toBe("claimed");
    expect(fs.readFileSync(join(directory, "lock"), "utf8")).toBe(String(process.pid));
  });

  it("leaves a lock of a process that is gone to whoever is just taking it over", async () => {
    fs.writeFileSync(join(directory, "lock"), "2147483646");
    const bid = join(directory, `lock.${process.ppid}`);
    fs.writeFileSync(bid, "");
    expect(() => open()).toThrow(`in use by process ${process.ppid}.`);
    expect(() => open()).toThrow(`delete ${bid}.`);
    expect(fs.readFileSync(join(directory, "lock"), "utf8")).toBe("2147483646");

    fs.renameSync(bid, join(directory, "lock.2147483646"));
    expect(await claim(open(), "first")).toBe("claimed");
    expect(fs.existsSync(join(directory, `lock.${process.pid}`))).toBe(false);
  });

  it("gets the folder back after an attempt to open a damaged one", () => {
    fs.writeFileSync(file, "not a change\n");
    expect(() => open()).toThrow(":1: not a change");
    fs.rmSync(file);
    expect(() => open()).not.toThrow();
  });
});

describe("reading while another process counts", () => {
  it("finds nothing where nobody counted yet", async () => {
    expect(
      await readEmbeddedCounts(join(directory, "nothing"), "2026-11-01", "2026-11-30"),
    ).toEqual([]);
  });

  it("sees every count that was acknowledged, also after the process was killed", async () => {
    const script = join(import.meta.dirname, "count-until-killed.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script, directory], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let acknowledged = 0;
    await new Promise<void>((resolve) => {
      child.stdout.on("data", (dots: Buffer) => {
        acknowledged += dots.length;
        if (acknowledged > 500) resolve();
      });
    });

    const acknowledgedBefore = acknowledged;
    expect(await totalIn(directory)).toBeGreaterThanOrEqual(acknowledgedBefore);
    expect(() => open()).toThrow(`in use by process ${child.pid}`);

    const gone = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGKILL");
    await gone;
    const total = await totalIn(directory);
    expect(total).toBeGreaterThanOrEqual(acknowledged);
    expect(total).toBeLessThanOrEqual(acknowledged + 1);
    open();
    expect(await totalIn(directory)).toBe(total);
  });
});
