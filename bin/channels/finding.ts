// What was found of a channel, in sentences.

export interface Finding {
  readonly notes: readonly string[];
  /** These want something done. */
  readonly problems: readonly string[];
}

export function note(sentence: string): Finding {
  return { notes: [sentence], problems: [] };
}

export function problem(sentence: string): Finding {
  return { notes: [], problems: [sentence] };
}

/** All of them as one, with nothing said twice. */
export function together(findings: readonly Finding[]): Finding {
  return {
    notes: [...new Set(findings.flatMap(({ notes }) => notes))],
    problems: [...new Set(findings.flatMap(({ problems }) => problems))],
  };
}
