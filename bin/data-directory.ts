// The folder where this machine keeps what it counts and what it has learnt.

export function dataDirectory({ DATA_DIR }: NodeJS.ProcessEnv): string {
  return DATA_DIR || ".data";
}
