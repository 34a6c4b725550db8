// Models that were trained, kept so that the same FAQ is not learnt twice.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
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
import { dataDirectory } from "./data-directory.ts";

/** A model, and the bytes that it is kept and sent as. */
export interface KeptModel extends Trained {
  readonly bytes: Uint8Array;
}

/** @throws if these are not the bytes of a model */
export function keptModel(bytes: Uint8Array): KeptModel {
  return { ...decodeModel(bytes), bytes };
}

/** Trains unless a model of this name (see `modelName`) was trained before. */
export function learn(faq: Faq, name: string, onProgress?: (share: number) => void): KeptModel {
  return recallModel(name) ?? trainAndKeep(faq, name, onProgress);
}

/** `undefined` for one that was not trained yet, or can't be read. */
export function recallModel(name: string): KeptModel | undefined {
  try {
    const model = keptModel(readFileSync(pathOf(name)));
    markAsUsed(pathOf(name));
    return model;
  } catch {
    return undefined;
  }
}

/** The models that are kept are those that were used last. */
function markAsUsed(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // It can be read all the same.
  }
}

function trainAndKeep(faq: Faq, name: string, onProgress?: (share: number) => void): KeptModel {
  const bytes = encodeModel(train(faq, onProgress));
  const path = pathOf(name);
  try {
    mkdirSync(modelsFolder(), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, bytes);
    renameSync(`${path}.${process.pid}`, path);
    forgetOld(modelsFolder());
  } catch {
    // A folder that can't be written costs time, nothing else.
  }
  return keptModel(bytes);
}

const keptModels = 6;

function forgetOld(folder: string): void {
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  const models = readdirSync(folder).sort((a, b) => age(b) - age(a));
  for (const name of models.slice(keptModels)) rmSync(join(folder, name), { force: true });
}

function pathOf(name: string): string {
  return join(modelsFolder(), `${name}.bin`);
}

function modelsFolder(): string {
  return join(dataDirectory(process.env), "models");
}
