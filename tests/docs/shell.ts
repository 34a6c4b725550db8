// Reads a line of shell as far as documents use it: the commands in it, each in words.

export interface ShellCommand {
  /** What is set for this command alone, or by itself: `NAME=value`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

/** The commands of a line, those within `$(…)` included, in no particular order. */
export function readShell(line: string): ShellCommand[] {
  const commands: ShellCommand[] = [];
  const bare = line.replace(/^\w+\(\) \{(.*);? \}$/, "$1");
  for (const words of wordsByCommand(bare, (inner) => commands.push(...readShell(inner)))) {
    const isSetting = (word: string) => /^[A-Za-z_]\w*=/.test(word);
    const from = words.findIndex((word) => !isSetting(word));
    const settings = from < 0 ? words : words.slice(0, from);
    commands.push({
      variables: Object.fromEntries(
        settings.map((word) => /^(\w+)=(.*)$/s.exec(word)?.slice(1) ?? []),
      ),
      words: from < 0 ? [] : words.slice(from),
    });
  }
  return commands;
}

/** @param onInner is given what stands in each `$(…)` */
function wordsByCommand(line: string, onInner: (text: string) => void): string[][] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  let isRedirect = false;
  const endWord = () => {
    if (word !== undefined && !isRedirect) words.push(word);
    if (word !== undefined) isRedirect = false;
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  let quote = "";
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? "";
    if (quote !== "'" && line.startsWith("$(", at)) {
      const end = endOfParenthesis(line, at + 1);
      const inner = line.slice(at + 2, end);
      // Two are arithmetic, in which only further `$(…)` are commands.
      if (inner.startsWith("(")) wordsByCommand(inner.slice(1, -1), onInner);
      else onInner(inner);
      word = `${word ?? ""}$(…)`;
      at = end;
    } else if (quote !== "") {
      if (letter === quote) quote = "";
      else word = (word ?? "") + letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= "";
    } else if (letter === "#" && word === undefined) break;
    else if (letter === " ") endWord();
    else if ("|&;".includes(letter)) endCommand();
    else if (letter === ">") {
      endWord();
      isRedirect = true;
    } else word = (word ?? "") + letter;
  }
  endCommand();
  return commands;
}

function endOfParenthesis(line: string, from: number): number {
  let depth = 0;
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === "(") depth += 1;
    if (line[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A parenthesis isn't closed: ${line}`);
}
