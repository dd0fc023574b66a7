import { defineConfig } from "vitest/config";

/** `npm test`: threads without isolation, for no test of ours keeps state in a module (measured: 300 tests in 0.7 s). */
export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    globalSetup: ["test/scratch-folder.ts"],
    pool: "threads",
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
    // The end-to-end tests build the program first.
    hookTimeout: 60_000,
    // What chalk, ink and the width of a page read from the world is the same on every machine.
    env: { FORCE_COLOR: "0", COLUMNS: "80", LINES: "24" },
  },
});
