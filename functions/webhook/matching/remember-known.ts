// Works something out once for each word that may be remembered, and anew for any other.

/** Whether a word may be kept for as long as the process lives. */
export type MayRemember = (word: string) => boolean;

/** Nothing that people write may be, unless it is known to the letter to be the FAQ's own. */
export const rememberNothing: MayRemember = () => false;

/** For a process in which all words are the FAQ's own, such as one that learns. */
export const rememberAll: MayRemember = () => true;

export function rememberKnown<T>(
  workOut: (word: string) => T,
  mayRemember: (word: string, found: T) => boolean,
): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined || known.has(word)) return remembered as T;
    const found = workOut(word);
    if (mayRemember(word, found)) known.set(word, found);
    return found;
  };
}
