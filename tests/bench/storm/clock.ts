// Virtual time: what is to happen stands in a queue, and the clock jumps from one event to the next.
//
// After each event everything that it set going runs to its end before the next one comes. So while
// code runs it is known on whose behalf: the owner of the event, which what it plans inherits.

export interface Planned<Owner> {
  readonly atMs: number;
  readonly order: number;
  readonly work: () => void;
  readonly owner: Owner | undefined;
  isCancelled: boolean;
}

export interface Clock<Owner> {
  nowMs(): number;
  /** On whose behalf code runs at this moment. */
  owner: Owner | undefined;
  after(delayMs: number, work: () => void, owner?: Owner): Planned<Owner>;
  /** Until nothing is left to happen, or something fails. */
  run(): Promise<void>;
}

/** Whether an event of that owner takes place: never, or not before that time in milliseconds. */
export type Admission<Owner> = (owner: Owner) => "never" | number;

/** Events for which Node is asked at once: its own round costs more than an event. */
const eventsPerRound = 64;

export function createClock<Owner>(startMs: number, admit: Admission<Owner>): Clock<Owner> {
  const queue = createQueue<Owner>();
  let nowMs = startMs;
  let order = 0;
  const plan = (atMs: number, work: () => void, owner: Owner | undefined): Planned<Owner> => {
    const planned = { atMs, order: order++, work, owner, isCancelled: false };
    queue.add(planned);
    return planned;
  };

  function happen(): void {
    for (let next = queue.take(); next; next = queue.take()) {
      if (next.isCancelled) continue;
      nowMs = next.atMs;
      const { work, owner } = next;
      const admittedAt = owner === undefined ? nowMs : admit(owner);
      if (admittedAt === "never") continue;
      if (admittedAt > nowMs) {
        plan(admittedAt, () => next.isCancelled || work(), owner);
        continue;
      }
      clock.owner = owner;
      work();
      return;
    }
    clock.owner = undefined;
  }

  const clock: Clock<Owner> = {
    nowMs: () => nowMs,
    owner: undefined,
    after: (delayMs, work, owner) => plan(nowMs + Math.max(0, delayMs), work, owner),
    run: () =>
      new Promise((resolve, reject) => {
        let asked = 0;
        const round = () => {
          if (queue.isEmpty()) return resolve();
          asked = eventsPerRound;
          for (let event = 0; event < eventsPerRound; event++) setImmediate(step);
        };
        const step = () => {
          asked -= 1;
          try {
            happen();
          } catch (error) {
            reject(error);
          }
          // What the last event set going must have planned its own before the queue can be empty.
          if (asked === 0) setImmediate(round);
        };
        round();
      }),
  };
  return clock;
}

interface Queue<Owner> {
  add(planned: Planned<Owner>): void;
  take(): Planned<Owner> | undefined;
  isEmpty(): boolean;
}

/** A binary heap; of events at the same time, the one planned first comes first. */
function createQueue<Owner>(): Queue<Owner> {
  const heap: Planned<Owner>[] = [];
  const isBefore = (one: Planned<Owner>, other: Planned<Owner>) =>
    one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);

  function rise(planned: Planned<Owner>, from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Planned<Owner>;
      if (!isBefore(planned, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = planned;
  }

  function sink(planned: Planned<Owner>): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (!left) break;
      if (right && isBefore(right, left)) below += 1;
      const child = heap[below] as Planned<Owner>;
      if (!isBefore(child, planned)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = planned;
  }

  return {
    add(planned) {
      heap.push(planned);
      rise(planned, heap.length - 1);
    },
    take() {
      const [first] = heap;
      const last = heap.pop();
      if (last && heap.length > 0) sink(last);
      return first;
    },
    isEmpty: () => heap.length === 0,
  };
}
