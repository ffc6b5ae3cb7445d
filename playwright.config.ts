import { defineConfig, devices } from '@playwright/test';

// The server is started by scripts/test.mjs, on a free port and with data of its own; so is a browser found there.
const executablePath = process.env.CHROMIUM_PATH;
const baseURL = process.env.BASE_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // One slow moment of a shared machine fails no run; the list names what passed only the second time as flaky.
  retries: 1,
  // A machine that builds or tests something else at the same time answers late.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.RESULTS ?? 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // As root Chromium has no sandbox of its own; without the last ones it asks for hosts that no test needs.
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
});
