// Why `fetch` got no answer, in a word or two: it hides the reason in its error's cause.

export function whyNoAnswer(error: unknown, deadlineMs: number): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown; name?: string } };
  if (name === "TimeoutError") return `no answer within ${deadlineMs / 1000} s`;
  return typeof cause?.code === "string" ? cause.code : (cause?.name ?? name ?? "unknown");
}
