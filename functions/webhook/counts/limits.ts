// How long the function may run, and how long it may keep others from a message meanwhile.

/** Seconds after which the platform stops the function; the stack sets it as its timeout. */
export const functionTimeoutS = 10;

/**
 * Seconds for which a claim keeps other deliveries of the same message waiting.
 *
 * It must be longer than the function can run: were it shorter, a second delivery could take the
 * claim over while the first is still sending, and the person would get two replies. The 5 s
 * between them cover clocks that differ and times cut to whole seconds.
 */
export const leaseS = 15;
