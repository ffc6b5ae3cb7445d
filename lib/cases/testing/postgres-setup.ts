import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { stopIn } from '../../../scripts/temporary-postgres.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the first test that needs a PostgreSQL starts one (fresh-postgres.ts). */
    readonly postgresFolder: string;
  }
}

/** A folder for the PostgreSQL that all test files of a run share; stops it, if any started it. */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-postgres-'));
  provide('postgresFolder', folder);
  return () => stopIn(folder);
}
