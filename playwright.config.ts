import { defineConfig, devices } from "@playwright/test";

/** The global setup starts the product and names its address here; `npm test` names the browser. */
const { SEAMARK_E2E_URL: baseURL, CHROMIUM: executablePath } = process.env;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-server.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 30_000,
  reporter: "list",
  outputDir: "test-results",
  use: {
    ...(baseURL && { baseURL }),
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [{ name: "chromium", use: devices["Desktop Chrome"] }],
});
