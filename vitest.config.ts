import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of pure functions: nothing that one file does reaches another, so they share the modules that they load. */
const pure = ['lib/{diagnosis,report,excerpt,contract,examples}/**/*.test.ts'];
const all = ['lib/**/*.test.ts', 'app/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/{collector,lab,security}/**/*.test.ts'];

export default defineConfig({
  test: {
    // Long enough for a machine that does much else at the same time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Vitest leaves one core free; many of these tests wait for programs that they start.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'rest', include: all, exclude: pure, globalSetup: ['lib/cases/testing/postgres-setup.ts'] } },
    ],
  },
});
