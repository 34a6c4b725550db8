// Works something out once for each word that the bank knows, and anew for any other.

/**
 * Nothing of what people write is kept but words that the FAQ has too, so there are never more
 * than it has.
 */
export function rememberKnown<T>(
  workOut: (word: string) => T,
  isKnown: (word: string, found: T) => boolean,
): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined || known.has(word)) return remembered as T;
    const found = workOut(word);
    if (isKnown(word, found)) known.set(word, found);
    return found;
  };
}
