// A build with one leak must fail the search: otherwise a search that finds nothing says nothing.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle, openWorkshop, type Workshop } from "./build.ts";
import { leaks } from "./planted-leaks.ts";
import { runCanary } from "./run-canary.ts";

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
});
afterAll(() => workshop.remove());

const messages = 150;

describe("a build in which", () => {
  it("nothing is planted leaves nothing of anybody", async () => {
    const { hits } = await runCanary(workshop, { messages });
    expect(hits).toEqual([]);
  });

  it.each(leaks.map((leak) => [leak.what, leak] as const))("%s is found out", async (_, leak) => {
    const { edits, place } = leak;
    const { hits } = await runCanary(workshop, { messages, edits });
    const places = hits.map((hit) => hit.place);
    expect(places).toContain(place);
  });
});

describe("an edit", () => {
  const plant = (file: string, from: string) =>
    bundle("functions/webhook/handler.ts", `${workshop.path}/edited.mjs`, [{ file, from, to: "" }]);

  it("that has lost its place is an error", async () => {
    const lost = plant("functions/webhook/handler.ts", "No such text");
    await expect(lost).rejects.toThrow("functions/webhook/handler.ts has 0 of: No such text");
  });

  it("of a file that isn't bundled is an error", async () => {
    await expect(plant("bin/faq.ts", "program")).rejects.toThrow("bin/faq.ts is not part");
  });
});
