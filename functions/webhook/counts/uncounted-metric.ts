// Where the number of questions that were answered but not counted is kept: stack and report agree.
import type { LogRecord } from "../log.ts";

/** The log's event for such a question. */
export const uncountedEvent = "uncounted" satisfies LogRecord["event"];

/** The metric of CloudWatch that counts these lines of the log. */
export const uncountedMetric = { namespace: "Jelas", name: "Uncounted" } as const;
