// A person at the terminal who answers as a test says, and leaves when there is no answer left.
import { type Asker, leaving } from "../../../bin/settings/asker.ts";

export interface FakeAsker extends Asker {
  /** Every question as the person saw it. */
  readonly questions: string[];
  /** Every sentence about a wrong answer. */
  readonly complaints: string[];
}

export function fakeAsker(channels: readonly string[], ...answers: string[]): FakeAsker {
  const questions: string[] = [];
  const complaints: string[] = [];
  return {
    questions,
    complaints,
    async choose(text, choices) {
      questions.push(text, ...choices.map(({ label, hint = "" }) => `${label} ${hint}`.trim()));
      return choices.map(({ value }) => value).filter((value) => channels.includes(value));
    },
    async hidden({ text, problem }) {
      questions.push(text);
      for (;;) {
        const answer = answers.shift();
        if (answer === undefined) throw leaving();
        const complaint = problem(answer);
        if (complaint === undefined) return answer;
        complaints.push(complaint);
      }
    },
  };
}
