import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const databaseFree = ["domain", "policy", "schemas", "formats"].map((folder) => `tests/${folder}/**/*.test.ts`);

/** Two projects, so that the pure tests run without starting a database. */
export default defineConfig({
  resolve: { alias: { "server-only": fileURLToPath(new URL("tests/support/empty.ts", import.meta.url)) } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    silent: "passed-only",
    slowTestThreshold: 10_000,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "pure", include: databaseFree } },
      {
        extends: true,
        test: {
          name: "postgres",
          include: ["tests/**/*.test.ts"],
          exclude: [...databaseFree, "tests/e2e/**"],
          globalSetup: ["tests/support/global-setup.ts"],
          // What the keys of the tests' desks are sealed with.
          env: { STET_SIGNING_SECRET: "what the keys of the tests are sealed with" },
        },
      },
    ],
  },
});
