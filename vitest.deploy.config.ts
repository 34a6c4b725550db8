import { defineConfig } from "vitest/config";

// For `npm run test:deploy`: one step builds on the other, and each takes a while.
export default defineConfig({
  test: {
    include: ["tests/deploy/**/*.test.ts"],
    bail: 1,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
