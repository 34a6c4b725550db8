// How long logs are kept: shared by the stack and by what works out its cost.

/** Days after which a line of a log is forgotten. */
export const logRetentionDays = 14;
