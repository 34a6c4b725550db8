// How large the function is: shared by the stack and by what works out its cost.

/** The processor's share grows with it. */
export const functionMemoryMb = 256;
