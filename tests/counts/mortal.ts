// Something that dies at a chosen moment, to see what is left behind.

export interface Mortal {
  /** Awaits the work. Death comes before or after it; nothing that is awaited later begins. */
  live<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when death has come. */
  readonly death: Promise<"died">;
}

/** Lives through this many moments: one before and one after each thing that is awaited. */
export function mortal(moments: number): Mortal {
  let left = moments;
  let die: (word: "died") => void;
  const death = new Promise<"died">((resolve) => {
    die = resolve;
  });

  /** What the dead wait for never comes. */
  function pass(): Promise<void> {
    if (left-- > 0) return Promise.resolve();
    die("died");
    return new Promise(() => {});
  }

  return {
    async live(work) {
      await pass();
      const result = await work();
      await pass();
      return result;
    },
    death,
  };
}
