import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Loss } from "../../../bin/previews/loss.ts";
import { booksFile, edited, previewsOfAnswer, previewsWith } from "./small.ts";

const word = "buku ";
const longSource = (units: number) =>
  edited(
    booksFile,
    "url: https://example.org/rules",
    `url: https://example.org/${"r".repeat(units)}`,
  );

/** A FAQ whose answer about books is 900 units long, and whose sources take the rest. */
function withSources(count: number): ReturnType<typeof previewsWith> {
  const sources = Array.from(
    { length: count },
    (_, at) => `\n  - title: Rule ${at}\n    url: https://example.org/${"r".repeat(400)}`,
  ).join("");
  const file = edited(booksFile, "sources:", `sources:${sources}`).replace(
    "en: Five books.",
    `en: "${word.repeat(180).trim()}"`,
  );
  return previewsWith({ [booksFile]: file });
}

const ofKind = <Kind extends Loss["kind"]>(losses: readonly Loss[], kind: Kind) =>
  losses.filter((loss): loss is Extract<Loss, { kind: Kind }> => loss.kind === kind);

describe("an answer that is too long", () => {
  const previews = withSources(2);
  const losses = ofKind(previews.losses(), "text-cut").filter(({ language }) => language === "en");

  it("is cut by SMS only, and by how much is told", () => {
    const [loss, ...others] = losses;
    const sms = previews.answer("how-many-books", "en").find(({ channel }) => channel === "twilio");
    const shown = sms?.messages[0]?.text ?? "";
    const answer = word.repeat(180).trim();
    expect(others).toEqual([]);
    expect(loss).toMatchObject({
      channel: "twilio",
      field: "answer",
      entry: "how-many-books",
      path: ["answer", "en"],
      most: 1600,
    });
    const kept = shown.slice(0, shown.indexOf("…"));
    expect(answer.slice(0, loss?.at)).toBe(kept);
    expect(loss?.characters).toBe(answer.length - kept.length);
  });

  it("fits when it is shorter by so much", () => {
    const by = losses[0]?.by ?? 0;
    const shortened = (units: number) =>
      previewsWith({
        [booksFile]: edited(
          booksFile,
          "sources:",
          `sources:${[0, 1]
            .map((at) => `\n  - title: Rule ${at}\n    url: https://example.org/${"r".repeat(400)}`)
            .join("")}`,
        ).replace("en: Five books.", `en: "${"x".repeat(899 - units)}"`),
      })
        .losses()
        .filter(({ kind, language }) => kind === "text-cut" && language === "en");
    expect(by).toBeGreaterThan(0);
    expect(shortened(by)).toEqual([]);
    expect(shortened(by - 1)).toHaveLength(1);
  });

  it("loses WhatsApp's buttons long before it is cut", () => {
    const [loss] = ofKind(previews.losses(), "buttons-left-out");
    expect(loss).toMatchObject({ channel: "whatsapp", field: "answer", most: 1024 });
  });
});

it("tells where there is no room for the sources", () => {
  const found = ofKind(withSources(4).losses(), "sources-left-out");
  expect(found.map(({ channel, path, count }) => [channel, path, count])).toContainEqual([
    "twilio",
    ["sources"],
    5,
  ]);
});

it("tells which questions SMS has no room for, and not where buttons lead to them", () => {
  const files = Array.from({ length: 15 }, (_, at): [string, string] => [
    `visiting/more-${at}.yaml`,
    `question: {id: "Q ${at}", en: "Question ${at} ${"x".repeat(120)}"}
short: {id: "S ${at}", en: "S ${at}"}
answer: {id: a, en: a}
`,
  ]);
  const losses = ofKind(previewsWith(Object.fromEntries(files)).losses(), "options-left-out");
  expect(losses.map(({ channel, path }) => [channel, path])).toEqual([
    ["twilio", ["categories", "visiting", "en"]],
  ]);
  expect(losses[0]?.missing.at(-1)).toMatch(/^Question \d+ x{120}$/);
});

describe("a title that is cut", () => {
  const titled = (title: string) =>
    ofKind(
      previewsWith({
        [booksFile]: edited(booksFile, "en: How many books}", `en: ${title}}`),
      }).losses(),
      "title-cut",
    );

  it("is shown as each channel cuts it, at its own length", () => {
    const losses = titled("Number of books to loan");
    expect(losses.map(({ channel, shown, most }) => [channel, shown, most])).toEqual([
      ["messenger", "Number of books to…", 20],
      ["line", "Number of books to…", 20],
    ]);
    expect(losses[0]).toMatchObject({
      field: "short",
      entry: "how-many-books",
      path: ["short", "en"],
      language: "en",
    });
  });

  it("is none at the length that all take", () => {
    expect(titled("Number of books that")).toEqual([]);
  });

  it("is a topic's too, and a button's of bot.yaml", () => {
    const losses = ofKind(
      previewsWith({
        "bot.yaml": `languages: [id, en]
categories: {visiting: {id: Kunjungan, en: Visiting the library}, borrowing: {id: Pinjaman, en: Borrowing and returning}}
labels: {options: {id: Pilihan, en: Look at all the options}, helpful: {id: Ya, en: "Yes, that was very helpful"}}
`,
      }).losses(),
      "title-cut",
    );
    const told = losses.map(({ channel, path }) => `${channel} ${path.join(".")}`);
    expect(told).toContain("line categories.borrowing.en");
    expect(told).toContain("whatsapp labels.options.en");
    expect(told).toContain("whatsapp labels.helpful.en");
    expect(told).not.toContain("line categories.visiting.en");
    expect(told).not.toContain("telegram categories.borrowing.en");
  });

  it("is the question beneath a row of WhatsApp's", () => {
    const question = `What are the opening hours ${"of the library ".repeat(4)}today?`;
    // With a title of 24 letters it is a list of rows.
    const file = edited(booksFile, "How many books may I borrow?", question).replace(
      "en: How many books}",
      "en: Hours of all our library}",
    );
    const [loss] = ofKind(previewsWith({ [booksFile]: file }).losses(), "title-cut").filter(
      ({ field }) => field === "question",
    );
    expect(loss).toMatchObject({ channel: "whatsapp", most: 72, path: ["question", "en"] });
  });
});

describe("formatting by accident", () => {
  it("is found where it stands in the answer", () => {
    const answer = "Bring the *green* card.";
    const losses = ofKind(previewsOfAnswer(answer).losses(), "formatting");
    expect(losses.map(({ channel, style, shown, at }) => [channel, style, shown, at])).toEqual([
      ["whatsapp", "bold", "*green*", 10],
      ["messenger", "bold", "*green*", 10],
    ]);
    expect(losses[0]).toMatchObject({ field: "answer", path: ["answer", "en"] });
  });

  it("is found in the title of a source", () => {
    const file = edited(booksFile, "Rules of the library", "Library.com, the rules");
    const [loss] = ofKind(previewsWith({ [booksFile]: file }).losses(), "formatting");
    expect(loss).toMatchObject({
      field: "source",
      path: ["sources", 0, "title"],
      style: "link",
      shown: "Library.com",
      at: 0,
    });
  });

  it("is found in the title that a source has in one language", () => {
    const title = "{id: Library.com, en: The rules}";
    const file = edited(booksFile, "Rules of the library", title);
    const [loss] = ofKind(previewsWith({ [booksFile]: file }).losses(), "formatting");
    expect(loss).toMatchObject({ path: ["sources", 0, "title", "id"], language: "id" });
  });

  it("is found in the bot's own messages, each once", () => {
    const losses = ofKind(
      previewsWith({
        "bot.yaml":
          "languages: [id, en]\nmessages: {handoff: {id: Tanya petugas., en: Ask at example.org please.}}\n",
      }).losses(),
      "formatting",
    );
    expect(losses.map(({ channel, path, at }) => [channel, path.join("."), at])).toEqual(
      ["whatsapp", "messenger", "telegram", "line", "twilio"].map((channel) => [
        channel,
        "messages.handoff.en",
        7,
      ]),
    );
  });

  it("is not the numbers that the bot puts before options itself", () => {
    const long = previewsWith({ [booksFile]: longSource(450) });
    expect(ofKind(long.losses(), "formatting")).toEqual([]);
  });

  it("always points to what it shows", () => {
    const parts = fc.constantFrom("*a b*", "_c_", "\n- d\n", "e.com/f", "word", "`g`", "😀", "~h~");
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 8 }), (chosen) => {
        const answer = `x ${chosen.join(" ")}`.trim();
        for (const loss of previewsOfAnswer(answer).losses()) {
          if (loss.kind !== "formatting") continue;
          expect(answer.slice(loss.at, loss.at + loss.shown.length)).toBe(loss.shown);
        }
      }),
      { numRuns: 8 },
    );
  });
});

it("shows how far it has come", () => {
  const shares: number[] = [];
  previewsWith().losses((share) => shares.push(share));
  expect(shares).toEqual([0.5, 1]);
});
