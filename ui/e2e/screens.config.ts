import { defineConfig } from "vitest/config";

// `npm run screens`: pictures of the real program for README and guides. No test: it is looked at by people.
export default defineConfig({
  test: { include: ["e2e/screens.ts"], testTimeout: 600_000, hookTimeout: 120_000, fileParallelism: false },
});
