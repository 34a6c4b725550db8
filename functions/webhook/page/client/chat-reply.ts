// Reads what the server answers to `POST /chat`: only the fields that the page shows.

export interface ChatReply {
  readonly outcome: "answer" | "suggest" | "fallback" | "smalltalk";
  readonly language: string;
  /** The entry answered, for `answer` only. */
  readonly entry: string | undefined;
  /** The whole reply as plain text, the lines about sources included. */
  readonly text: string;
  /** The answer by itself, if the server tells it apart from its sources. */
  readonly answer: string | undefined;
  readonly sources: readonly ReplySource[];
  readonly options: readonly ReplyOption[];
  /** The choices of feedback on an answer, with the question they answer. */
  readonly feedback: ReplyFeedback | undefined;
}

export interface ReplyFeedback {
  readonly title: string;
  readonly options: readonly FeedbackOption[];
}

export interface FeedbackOption {
  readonly choice: string;
  readonly title: string;
}

export interface ReplySource {
  readonly title: string;
  readonly url?: string;
}

export interface ReplyOption {
  readonly entry: string;
  readonly title: string;
}

/** `undefined` for anything that isn't such an answer. */
export function readChatReply(value: unknown): ChatReply | undefined {
  if (!isRecord(value)) return undefined;
  const { outcome, language, entry, text, answer, sources, options, feedback } = value;
  if (!isOutcome(outcome) || typeof language !== "string" || typeof text !== "string") {
    return undefined;
  }
  return {
    outcome,
    language,
    entry: typeof entry === "string" ? entry : undefined,
    text,
    answer: typeof answer === "string" ? answer : undefined,
    sources: Array.isArray(sources) ? sources.filter(isSource) : [],
    options: Array.isArray(options) ? options.filter(isOption) : [],
    feedback: readFeedback(feedback),
  };
}

function readFeedback(value: unknown): ReplyFeedback | undefined {
  if (!isRecord(value) || typeof value.title !== "string") return undefined;
  const options = Array.isArray(value.options) ? value.options.filter(isFeedbackOption) : [];
  return options.length > 0 ? { title: value.title, options } : undefined;
}

function isFeedbackOption(value: unknown): value is FeedbackOption {
  return isRecord(value) && typeof value.choice === "string" && typeof value.title === "string";
}

function isOutcome(value: unknown): value is ChatReply["outcome"] {
  return ["answer", "suggest", "fallback", "smalltalk"].some((outcome) => outcome === value);
}

function isSource(value: unknown): value is ReplySource {
  if (!isRecord(value) || typeof value.title !== "string") return false;
  return value.url === undefined || typeof value.url === "string";
}

function isOption(value: unknown): value is ReplyOption {
  return isRecord(value) && typeof value.entry === "string" && typeof value.title === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
