// Lines come out the same however the stream is cut.
import { expect, it } from "vitest";
import { linesOf } from "../../bin/lines.ts";

async function linesOfChunks(bytes: Uint8Array, size: number): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const lines: string[] = [];
  for await (const line of linesOf(chunks())) lines.push(line);
  return lines;
}

it.each([1, 2, 3, 5, 1000])(
  "are whole in chunks of %d bytes, letters of many bytes too",
  async (size) => {
    const bytes = Buffer.from("halo 👋\n\nça va\u2028?\r\nakhir");
    expect(await linesOfChunks(bytes, size)).toEqual(["halo 👋", "", "ça va\u2028?\r", "akhir"]);
  },
);

it("has no line after the last line end", async () => {
  expect(await linesOfChunks(Buffer.from("a\n"), 10)).toEqual(["a"]);
});
