// Learns a generated bank, and leaves the model and unseen questions to it in a folder.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { encodeModel } from "../../../functions/webhook/matching/model-file.ts";
import { seededRandom } from "../../../functions/webhook/training/random.ts";
import { train } from "../../../functions/webhook/training/train.ts";
import { withLetterNoise } from "../letter-noise.ts";
import { generateBank } from "./bank.ts";
import { tell } from "./in-process.ts";
import {
  type Learnt,
  modelName,
  type Questions,
  questionCount,
  questionsName,
  warmUpCount,
} from "./sample.ts";

const noiseRate = 0.1;
const noiseSeed = 3;

const [entries, phrasings, folder = ""] = process.argv.slice(2);
const { faq, ask } = generateBank(Number(entries), Number(phrasings));
const startedAt = performance.now();
const bytes = encodeModel(train(faq, (share) => tell({ kind: "progress", share })));
const trainingS = (performance.now() - startedAt) / 1000;
const trainingPeakMb = process.resourceUsage().maxRSS / 1024;

const random = seededRandom(noiseSeed);
const asked = ask(warmUpCount + questionCount);
const noisy = asked.map(({ text, entry }) => ({
  text: withLetterNoise(text, noiseRate, random),
  entry,
}));
const questions: Questions = {
  warmUp: [...asked.slice(0, warmUpCount), ...noisy.slice(0, warmUpCount)],
  clean: asked.slice(warmUpCount),
  noisy: noisy.slice(warmUpCount),
};
writeFileSync(join(folder, modelName), bytes);
writeFileSync(join(folder, questionsName), JSON.stringify(questions));
const words = new Set(
  faq.entries.flatMap((entry) => entry.phrasings.flatMap(({ text }) => text.split(" "))),
);
const learnt: Learnt = {
  words: words.size,
  trainingS,
  trainingPeakMb,
  modelKb: bytes.length / 1000,
  gzippedKb: gzipSync(bytes).length / 1000,
};
tell({ kind: "result", result: learnt });
