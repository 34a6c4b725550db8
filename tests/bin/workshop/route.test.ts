import { describe, expect, it } from "vitest";
import { fragmentOf, readRoute } from "../../../bin/workshop/page/route.ts";

describe("the addresses of the workshop's views", () => {
  it("reads back what it wrote, whatever an id holds", () => {
    for (const ids of [[], ["reminders"], ["a/b", "100 %#?"]]) {
      expect(readRoute(fragmentOf("map", ...ids))).toEqual({ view: "map", ids });
    }
  });

  it("leads to the entries from an address that says nothing or nonsense", () => {
    for (const fragment of ["", "#", "#nowhere/x"]) {
      expect(readRoute(fragment)).toEqual({ view: "entries", ids: [] });
    }
    expect(readRoute("#entries/%E0%A4%A")).toEqual({ view: "entries", ids: ["%E0%A4%A"] });
  });
});
