// A FAQ that was learnt, hastily or thoroughly.
import type { KeptModel } from "../models.ts";
import type { GoodReading } from "./reading.ts";

export interface Lesson {
  readonly reading: GoodReading;
  readonly model: KeptModel;
  readonly isHasty: boolean;
}
