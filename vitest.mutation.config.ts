import { defineConfig } from "vitest/config";

// For `npm run bench -- mutation`, which says which tests.
export default defineConfig({
  test: { include: process.env.MUTATION_TESTS?.split(" ") ?? [], testTimeout: 20_000 },
});
