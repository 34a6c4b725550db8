// Commands of ours as documents have them.
import { documents, readDocument } from "./documents.ts";
import { readShell } from "./shell.ts";
import { typedIn } from "./typed.ts";

/** Everything that all documents tell people to type as it stands, in words. */
export function writtenCalls(): string[][] {
  return documents.flatMap((page) =>
    typedIn(readDocument(page))
      .flatMap(({ line }) => readShell(line))
      .filter(({ variables }) => Object.keys(variables).length === 0)
      .map(({ words }) => [...words]),
  );
}

/** Of those, the arguments of each different call of our command line. */
export function writtenFaqCalls(): string[][] {
  const ours = writtenCalls().flatMap(([program, ...words]) => {
    if (program === "faq") return [words];
    return program === "npm" && words.includes("faq") ? [words.slice(words.indexOf("--") + 1)] : [];
  });
  return [...new Map(ours.map((words) => [words.join(" "), words])).values()];
}
