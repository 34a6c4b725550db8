import { defineConfig } from "vitest/config";

// Tests mirror the tree; benchmarks under tests/bench are run by `npm run bench`, not here.
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
