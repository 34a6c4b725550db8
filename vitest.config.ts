import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests mirror the tree; benchmarks are run by `npm run bench`, the rehearsed deployment by
// `npm run test:deploy`.
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/deploy/**"],
    // Many tests wait for a process of their own, so one worker would leave a core idle.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
