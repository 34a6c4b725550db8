// `npm run mutation`: plants a fault at a time where the promises are kept, and sees a test fail.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export const strykerOptions = {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  mutate: [
    // The protocol.
    "functions/webhook/counts/{journey,event,dynamo,dynamo-errors,dynamo-writes}.ts",
    "functions/webhook/{breaker,recent-replies}.ts",
    // Signatures.
    "functions/webhook/channels/{signature,meta,twilio-url}.ts",
    // Keys.
    "functions/webhook/counts/{cell,event-key,partition,day}.ts",
    // The logger.
    "functions/webhook/{log,log-codes}.ts",
    // The guard.
    "functions/webhook/matching/{guard,excerpt}.ts",
  ],
  // Stryker would rewrite it with the compiler's old API; the tests need none.
  tsconfigFile: "no-tsconfig.json",
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ["clear-text", "progress", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: ".stryker/mutation.json" },
  tempDirName: ".stryker/sandbox",
  allowEmpty: false,
  concurrency: 2,
  timeoutMS: 20000,
  ignorePatterns: ["docs", "dist", "cdk.out", "faq", ".data", "/lib", "tests/page", "tests/bench"],
};

export default strykerOptions;
