import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";

const asRoot = process.getuid?.() === 0;
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const offline = ["--disable-component-update", "--disable-sync"];

/**
 * Journeys in a real Chromium. `npm test` names the browser and the server in the environment. A file runs on the
 * desktop; `*.phone.test.ts` runs on the phone and `*.both.test.ts` on both. `*.setup.ts` runs before all of them.
 */
export default defineConfig({
  testDir: ".",
  outputDir: fileURLToPath(new URL("../../test-results/journeys", import.meta.url)),
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    ...(process.env.STET_E2E_URL === undefined ? {} : { baseURL: process.env.STET_E2E_URL }),
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.STET_CHROMIUM === undefined ? {} : { executablePath: process.env.STET_CHROMIUM }),
      args: [...quiet, ...offline, ...(asRoot ? ["--no-sandbox"] : [])],
    },
  },
  projects: [
    { name: "setup", testMatch: "**/*.setup.ts" },
    {
      name: "desktop",
      dependencies: ["setup"],
      testMatch: "**/*.test.ts",
      testIgnore: "**/*.phone.test.ts",
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      dependencies: ["setup"],
      testMatch: ["**/*.phone.test.ts", "**/*.both.test.ts"],
      use: {
        userAgent: devices["Pixel 7"].userAgent,
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
});
