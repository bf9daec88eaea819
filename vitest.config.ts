import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "program",
          include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
          globalSetup: ["src/foundation/db/testing-cluster.ts"],
        },
      },
      {
        extends: true,
        test: {
          // Journeys in a real Chromium, one after another: two browsers on two cores only wait for each other.
          name: "browser",
          include: ["e2e/**/*.test.{ts,tsx}"],
          globalSetup: ["src/foundation/db/testing-cluster.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
