import { defineConfig } from "vitest/config";

// The tests that say how the promises are kept, without those that need a port or the real FAQ.
export default defineConfig({
  test: {
    include: [
      "tests/counts/{journey,model,cell,event-key,day,dynamo,dynamo-contract}.test.ts",
      "tests/channels/{signature,meta,twilio-signature}.test.ts",
      "tests/{breaker,log,recent-replies}.test.ts",
      "tests/matching/{guard,excerpt}.test.ts",
    ],
    testTimeout: 20_000,
  },
});
