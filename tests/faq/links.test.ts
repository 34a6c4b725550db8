import { describe, expect, it } from "vitest";
import { faultOfLink, linksIn } from "../../functions/webhook/faq/links.ts";

describe("a link in a FAQ", () => {
  it.each([
    "https://example.org",
    "https://example.org/",
    "https://www.example.org:8443/a/b?c=d&e=f#g",
    "https://example.org/halaman/%C3%A9",
    "https://203.0.113.7/rules",
    "HTTPS://EXAMPLE.ORG/RULES",
  ])("may be %s", (link) => {
    expect(faultOfLink(link)).toBeUndefined();
  });

  it.each([
    "http://example.org",
    "ftp://example.org",
    "//example.org",
    "https:example.org",
    "https://",
    "https://localhost/rules",
    "https://example.org@203.0.113.7/",
    "https://user:secret@example.org/",
    "https://ex\u0430mple.org/",
    "https://bücher.example/",
    "https://xn--bcher-kva.example/",
    "https://example.org\\@203.0.113.7",
    "https://example.org /rules",
    "https://exam\nple.org",
    "data:text/html,hello",
    "javascript:alert(1)",
    "",
  ])("may not be %j", (link) => {
    expect(faultOfLink(link)).toMatchObject({
      reason: expect.stringMatching(/\w/),
      remedy: expect.stringMatching(/\.$/),
    });
  });
});

describe("the links in a text", () => {
  it("end before the punctuation of the sentence", () => {
    const text = "See https://example.org/a, (https://example.org/b). Or http://example.org/c?d=e!";
    expect(linksIn(text)).toEqual([
      "https://example.org/a",
      "https://example.org/b",
      "http://example.org/c?d=e",
    ]);
  });

  it("are none where none is written", () => {
    expect(linksIn("Open Settings > Help; example.org is a name only.")).toEqual([]);
  });
});
