// The parts of nlp.js that the comparison uses; its packages bring no types.
declare module "@nlpjs/core" {
  export interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Container;
}

declare module "@nlpjs/lang-en-min" {
  export const LangEn: unknown;
}

declare module "@nlpjs/nlu" {
  import type { Container } from "@nlpjs/core";

  export class NluNeural {
    constructor(settings: {
      locale: string;
      container: Container;
      useNoneFeature: boolean;
      log: boolean;
    });
    train(corpus: readonly { utterance: string; intent: string }[]): Promise<unknown>;
    /** Intents whose score is not 0, best first; the scores' sum is 1. */
    process(utterance: string): Promise<{
      classifications: { intent: string; score: number }[];
    }>;
  }
}
