import { describe, expect, it } from "vitest";
import { createFilter } from "../../../bin/workshop/page/filter.ts";
import { exampleEntries } from "./example-state.ts";

describe("the filter of the workshop's entries", () => {
  const find = createFilter(exampleEntries());
  const idsFor = (wanted: string) => find(wanted).map(({ entry }) => entry);

  it("finds every entry while nothing is typed", () => {
    expect(idsFor("  ")).toEqual(exampleEntries().map(({ id }) => id));
  });

  it("finds an entry by parts of its id or question, in any case and order", () => {
    expect(find("BOOKS many")).toEqual([{ entry: "how-many-books" }]);
    expect(idsFor("makanan")).toEqual(["bring-food"]);
  });

  it("finds an entry by one of its phrasings, and says by which", () => {
    expect(find("perpus kartu")).toEqual([
      { entry: "join", phrasing: "mau bikin kartu perpus gmn" },
    ]);
  });

  it("doesn't put words of different phrasings together", () => {
    expect(find("sign expired")).toEqual([]);
  });
});
