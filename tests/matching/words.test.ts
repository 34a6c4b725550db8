import { describe, expect, it } from "vitest";
import {
  compileLexicon,
  findConcepts,
  findSlang,
  standardise,
} from "../../functions/webhook/matching/words.ts";

const lexicon = compileLexicon({
  slang: new Map([
    ["gak", "tidak"],
    ["gak bisa", "tidak dapat"],
    ["gak bisa aja", "mustahil"],
    ["wa", "whatsapp"],
    ["chat", "chat"],
    ["sih", ""],
    ["tp", "tapi"],
    ["tapi", "tetapi"],
    ["Gpp!", "tidak apa-apa"],
  ]),
  concepts: new Map([
    ["whatsapp", ["wa", "whatsapp"]],
    ["delete", ["hapus", "delete"]],
    ["delete-account", ["hapus akun", "delete my account"]],
    ["erase", ["hapus"]],
    ["impossible", ["gak bisa aja"]],
    ["nothing", ["sih"]],
  ]),
});
const standard = (text: string) => standardise(text.split(" "), lexicon).join(" ");
const concepts = (text: string) =>
  findConcepts(text.split(" "), lexicon).map(({ concept }) => concept);

describe("slang", () => {
  it("becomes standard words", () => {
    expect(standard("wa gak aman")).toBe("whatsapp tidak aman");
  });

  it("is taken at its longest", () => {
    expect(standard("gak bisa masuk")).toBe("tidak dapat masuk");
    expect(standard("gak bisa aja")).toBe("mustahil");
    expect(standard("gak bisa gak")).toBe("tidak dapat tidak");
  });

  it("is a whole word: other words may hold it", () => {
    expect(standard("was wadah nagak")).toBe("was wadah nagak");
  });

  it("vanishes where it says nothing", () => {
    expect(standard("kenapa sih")).toBe("kenapa");
    expect(standard("sih")).toBe("");
  });

  it("is replaced once, not again and again", () => {
    expect(standard("tp")).toBe("tapi");
  });

  it("is written in the lexicon as people write", () => {
    expect(standard("gpp")).toBe("tidak apa apa");
  });

  it("tells what became of it", () => {
    expect(findSlang(["wa", "gak", "bisa", "chat", "sih"], lexicon)).toEqual([
      { slang: "wa", standard: "whatsapp" },
      { slang: "gak bisa", standard: "tidak dapat" },
      { slang: "sih", standard: "" },
    ]);
  });
});

describe("concepts", () => {
  it("are found in words of any language", () => {
    expect(concepts("delete whatsapp")).toEqual(["delete", "whatsapp"]);
  });

  it("are taken at their longest", () => {
    expect(concepts("hapus akun saya")).toEqual(["delete-account"]);
    expect(concepts("please delete my account")).toEqual(["delete-account"]);
    expect(concepts("delete my chats")).toEqual(["delete"]);
  });

  it("are all found where a word means several", () => {
    expect(concepts("hapus")).toEqual(["delete", "erase"]);
  });

  it("are met after slang was replaced, also where their forms are slang", () => {
    expect(concepts(standard("hapus wa"))).toEqual(["delete", "erase", "whatsapp"]);
    expect(concepts(standard("gak bisa aja"))).toEqual(["impossible"]);
  });

  it("are never named by nothing", () => {
    expect(concepts(standard("sih"))).toEqual([]);
  });

  it("tell which words named them", () => {
    expect(findConcepts(["lalu", "hapus", "akun"], lexicon)).toEqual([
      { concept: "delete-account", words: "hapus akun" },
    ]);
  });
});

describe("an empty lexicon", () => {
  it("leaves words as they are", () => {
    const empty = compileLexicon({ slang: new Map(), concepts: new Map() });
    expect(standardise(["a", "b"], empty)).toEqual(["a", "b"]);
    expect(findConcepts(["a", "b"], empty)).toEqual([]);
  });
});
