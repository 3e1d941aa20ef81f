import { defineConfig } from "vitest/config";

// What runs the whole: the program, a browser, a person's hands. One after the other: they share two cores.
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.ts"],
    testTimeout: 1_200_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    reporters: process.env.CI ? ["default"] : ["verbose"],
  },
});
