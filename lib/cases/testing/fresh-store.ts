import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diagnose } from '../../diagnosis/diagnose';
import type { NewCase } from '../open-case';
import { closeDatabase } from '../prisma-client';

/** A data folder of its own with all migrations applied; `DATA_DIR` points at it until it is closed. */
export async function freshStore(): Promise<{ readonly folder: string; close(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-'));
  // Plain JavaScript that runs before anything is compiled.
  const script = path.resolve(import.meta.dirname, '../../../scripts/migrate.mjs');
  const { migrate } = (await import(/* @vite-ignore */ script)) as { migrate(data: string, migrations: string): Promise<void> };
  await migrate(folder, path.resolve(import.meta.dirname, '../../../prisma/sqlite/migrations'));
  process.env.DATA_DIR = folder;
  return {
    folder,
    async close() {
      await closeDatabase();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A case to store, of one line of evidence or of a given text. */
export function someCase(text = 'runc run failed: user namespaces enabled, but no uid mappings found\n'): NewCase {
  const report = diagnose([{ name: 'run.log', text }]);
  const [entry] = report.documents;
  const { kind = 'text', bytes = 0, lines = 0 } = entry ?? {};
  return { title: 'web', note: '', documents: [{ name: 'run.log', kind, bytes, lines, text }], report };
}
