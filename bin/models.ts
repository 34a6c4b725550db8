// Models that were trained, kept so that the same FAQ is not learnt twice.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Faq } from "../functions/webhook/faq/faq.ts";
import {
  decodeModel,
  encodeModel,
  type Trained,
} from "../functions/webhook/matching/model-file.ts";
import { train } from "../functions/webhook/training/train.ts";

/** `undefined` for one that was not trained yet, or can't be read. */
export function recallModel(name: string): Trained | undefined {
  try {
    return decodeModel(readFileSync(join(modelsFolder(), `${name}.bin`)));
  } catch {
    return undefined;
  }
}

export function trainAndKeep(
  faq: Faq,
  name: string,
  onProgress?: (share: number) => void,
): Trained {
  const folder = modelsFolder();
  const path = join(folder, `${name}.bin`);
  const bytes = encodeModel(train(faq, onProgress));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, bytes);
    renameSync(`${path}.${process.pid}`, path);
    forgetOld(folder);
  } catch {
    // A folder that can't be written costs time, nothing else.
  }
  return decodeModel(bytes);
}

const keptModels = 6;

function forgetOld(folder: string): void {
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  const models = readdirSync(folder).sort((a, b) => age(b) - age(a));
  for (const name of models.slice(keptModels)) rmSync(join(folder, name), { force: true });
}

function modelsFolder(): string {
  return join(process.env.DATA_DIR || ".data", "models");
}
