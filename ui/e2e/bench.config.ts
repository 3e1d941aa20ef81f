import { join } from "node:path";
import { defineConfig } from "vitest/config";

const release = (program: string) => join(import.meta.dirname, "../../target/release", program);

// `npm run bench`, which `cargo xtask bench` calls: what the release programs take, printed. Nothing here is compared with
// an aim: a loaded machine is no failure.
export default defineConfig({
  test: {
    include: ["e2e/*.bench.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    fileParallelism: false,
    env: {
      KESU_BIN: process.env.KESU_BIN ?? release("kesu"),
      KESU_DESKTOP: process.env.KESU_DESKTOP ?? release("kesu-desktop"),
    },
  },
});
