import { beforeEach, describe, expect, it } from "vitest";
import { withBreaker } from "../functions/webhook/breaker.ts";
import { type CountStore, StoreUnavailable } from "../functions/webhook/counts/store.ts";

describe("a store that is down", () => {
  let now: number;
  let isDown: boolean;
  let asked: number;
  let codes: string[];
  let store: CountStore;
  /** What an operation waits for. */
  let gate: Promise<void>;

  beforeEach(() => {
    gate = Promise.resolve();
    now = 0;
    isDown = true;
    asked = 0;
    codes = [];
    const operate = async () => {
      asked += 1;
      await gate;
      if (isDown) throw new StoreUnavailable("Deadline");
    };
    const flaky: CountStore = {
      claimAndCount: async () => {
        await operate();
        return "claimed";
      },
      markDone: operate,
      release: operate,
    };
    store = withBreaker(
      flaky,
      () => now,
      (code) => codes.push(code),
    );
  });

  const claim = () => store.claimAndCount({} as never, { pk: "", sk: "" });
  const fail = async (times: number) => {
    for (let n = 0; n < times; n++) await expect(claim()).rejects.toThrow(StoreUnavailable);
  };

  it("is asked three times, then left alone for five seconds", async () => {
    await fail(5);
    expect(asked).toBe(3);
    now = 4999;
    await fail(1);
    expect(asked).toBe(3);
    now = 5000;
    await fail(1);
    expect(asked).toBe(4);
  });

  it("is left alone again at once if it is still down after that", async () => {
    await fail(3);
    now = 5000;
    await fail(2);
    expect(asked).toBe(4);
  });

  it("is asked by one after that, and nobody else waits for what it says", async () => {
    await fail(3);
    now = 5000;
    isDown = false;
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const ahead = claim();
    await fail(2);
    open();
    expect(await ahead).toBe("claimed");
    expect(asked).toBe(4);
    expect(await Promise.all([claim(), claim()])).toEqual(["claimed", "claimed"]);
  });

  it("is asked by one only, though one that waited since before the rest ends meanwhile", async () => {
    const gates: (() => void)[] = [];
    const closeGate = () => {
      gate = new Promise((resolve) => gates.push(resolve));
    };
    closeGate();
    const late = claim();
    gate = Promise.resolve();
    await fail(3);
    now = 5000;
    closeGate();
    const ahead = claim();
    gates[0]?.();
    await expect(late).rejects.toThrow(StoreUnavailable);
    now = 10_000;
    await fail(2);
    expect(asked).toBe(5);
    gates[1]?.();
    await expect(ahead).rejects.toThrow(StoreUnavailable);
  });

  it("says that it rests, and tells nobody of a failure that wasn't one", async () => {
    await fail(3);
    await expect(claim()).rejects.toMatchObject({ code: "Resting" });
    expect(codes).toEqual(["Deadline", "Deadline", "Deadline"]);
  });

  it("is asked again after another rest by one, whatever the last one met", async () => {
    await fail(3);
    for (now = 5000; now <= 15_000; now += 5000) {
      await Promise.all([fail(1), fail(1)]);
    }
    expect(asked).toBe(6);
  });

  it("is used again when it is back", async () => {
    await fail(3);
    now = 5000;
    isDown = false;
    expect(await claim()).toBe("claimed");
    isDown = true;
    await fail(2);
    expect(asked).toBe(6);
  });

  it("is not left alone for failures that others came between", async () => {
    for (let n = 0; n < 5; n++) {
      isDown = true;
      await fail(2);
      isDown = false;
      await store.markDone("", "");
    }
    expect(asked).toBe(15);
  });

  it("counts failures to mark and to release too, and tells the code of each", async () => {
    await expect(store.markDone("", "")).rejects.toThrow(StoreUnavailable);
    await expect(store.release("", "")).rejects.toThrow(StoreUnavailable);
    await fail(2);
    expect(asked).toBe(3);
    expect(codes).toEqual(["Deadline", "Deadline", "Deadline"]);
  });
});

it("an error of another kind passes through and is no failure of the store", async () => {
  const codes: string[] = [];
  const broken = {
    markDone: async () => {
      throw new RangeError("a bug");
    },
  } as unknown as CountStore;
  const store = withBreaker(broken, Date.now, (code) => codes.push(code));
  for (let n = 0; n < 5; n++) await expect(store.markDone("", "")).rejects.toThrow(RangeError);
  expect(codes).toEqual([]);
});
