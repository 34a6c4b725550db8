// `faq words`: how a message is read, for a person and for a program.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { libraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const folder = makeFolder();
afterAll(folder.remove);
const words = (...args: string[]) =>
  runFaqHere(["words", "--faq", libraryFaq, ...args], { dataDir: folder.path });

// Learns the FAQ for all that follow.
beforeAll(() => words("halo"));

const factOf = (name: string, stdout: string) =>
  new RegExp(`^${name} {2,}(.*)$`, "m").exec(stdout)?.[1];

describe("words TEXT…", () => {
  it("prints how the message is read and what is decided", async () => {
    const { status, stdout, stderr } = await words("Is", "membership", "freee?");
    expect(factOf("typed", stdout)).toBe("is membership fre");
    expect(factOf("read as", stdout)).toBe("is membership fre");
    expect(factOf("slang", stdout)).toBe("–");
    expect(factOf("language", stdout)).toBe("en");
    expect(factOf("decision", stdout)).toBe("answer membership-fee");
    expect(factOf("confidence", stdout)).toMatch(/^\d+\.\d %; an answer needs \d+\.\d %$/);
    expect(factOf("reach", stdout)).toMatch(/^\d+\.\d %; suggestions need \d+\.\d %$/);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("prints what each of the best three is made of, down to their sum", async () => {
    const { stdout } = await words("is membership free");
    const heads = [...stdout.matchAll(/^(\d)\. \S+, score \d+\.\d % +adds$/gm)];
    expect(heads.map(([, place]) => place)).toEqual(["1", "2", "3"]);
    expect(stdout).toMatch(/^ {3}word: free +\+\d+\.\d\d$/m);
    expect(stdout).toMatch(/^ {3}before anything is read +[+-]\d+\.\d\d$/m);
    const [, first = ""] = stdout.split("\n\n");
    const amounts = [...first.matchAll(/([+-]\d+\.\d\d)$/gm)].map(([amount]) => Number(amount));
    const logit = Number(/sum +(-?\d+\.\d\d)$/.exec(first)?.[1]);
    // Each line is rounded.
    const sum = amounts.reduce((a, b) => a + b, 0);
    expect(Math.abs(sum - logit)).toBeLessThan(0.005 * (amounts.length + 1));
  });

  it("ends with what to do, naming the files of this FAQ", async () => {
    const { stdout } = await words("is membership free");
    const last = stdout.trimEnd().split("\n").at(-1);
    expect(last).toMatch(/^What to do: /);
    expect(last).toContain(join(libraryFaq, "words.yaml"));
    expect(last).toContain(join(libraryFaq, "offtopic.yaml"));
  });

  it("says what rivals the entries", async () => {
    const { stdout } = await words("halo");
    expect(factOf("decision", stdout)).toBe("small talk: greeting");
    expect(stdout).toMatch(/^small talk, likeliest greeting: \d+\.\d %, sum \d+\.\d\d$/m);
  });

  it("says that a number is a choice", async () => {
    const { stdout } = await words("1");
    expect(stdout).toMatch(/^People type this to choose the entry \S+, and the bot reads no fur/);
  });

  it("says that there are no words", async () => {
    const { status, stdout } = await words("😂");
    expect(factOf("decision", stdout)).toBe("none: there are no words to read");
    expect(stdout).not.toContain(", sum ");
    expect(status).toBe(0);
  });
});

describe("words --json", () => {
  it("prints everything, contributions that sum to the logit included", async () => {
    const { status, stdout, stderr } = await words("--json", "buka jam berapa");
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      words: { typed: ["buka", "jam", "berapa"] },
      unknown: [],
      language: "id",
      decision: { kind: "answer", entry: "opening-hours" },
      thresholds: { answer: expect.any(Number), suggest: expect.any(Number) },
    });
    expect(result.entries).toHaveLength(3);
    for (const { logit, contributions } of result.entries) {
      const sum = contributions.reduce(
        (a: number, { amount }: { amount: number }) => a + amount,
        0,
      );
      expect(sum).toBeCloseTo(logit, 9);
    }
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});
