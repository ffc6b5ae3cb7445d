import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { migrate } from '../../../scripts/migrate.mjs';
import { diagnose } from '../../diagnosis/diagnose';
import { compressedNow } from '../compressed';
import type { NewCase } from '../open-case';
import { closeDatabase } from '../prisma-client';

export interface FreshStore {
  readonly folder: string;
  /** All that the database holds, deleted or not where it is a file: for tests that look for what must not be there. */
  contents(): Promise<Buffer>;
  /** Keeps others from writing until what it gives is called. */
  lock(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A store of its own with all migrations applied; `DATA_DIR` and `DATABASE_URL` point at it until it is closed. */
export async function freshStore(kind: 'SQLite' | 'PostgreSQL' = 'SQLite'): Promise<FreshStore> {
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-'));
  // Not loaded by the programs that store cases in processes of their own.
  const postgres = kind === 'PostgreSQL' ? await (await import('./fresh-postgres')).freshPostgres() : undefined;
  if (!postgres) await migrate(folder, path.resolve(import.meta.dirname, '../../../prisma/sqlite/migrations'));
  process.env.DATA_DIR = folder;
  if (postgres) process.env.DATABASE_URL = postgres.address;
  else delete process.env.DATABASE_URL;
  return {
    folder,
    contents: postgres?.contents ?? (() => Promise.resolve(Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name)))))),
    lock: postgres?.lock ?? (() => lockFile(folder)),
    async close() {
      await closeDatabase();
      delete process.env.DATABASE_URL;
      await postgres?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function lockFile(folder: string): Promise<() => Promise<void>> {
  const other = createClient({ url: `file:${path.join(folder, 'cases.db')}` });
  const held = await other.transaction('write');
  return async () => {
    await held.rollback();
    other.close();
  };
}

/** A case to store, of one line of evidence or of a given text. */
export function someCase(text = 'runc run failed: user namespaces enabled, but no uid mappings found\n'): NewCase {
  const report = diagnose([{ name: 'run.log', text }]);
  const [entry] = report.documents;
  const { kind = 'text', bytes = 0, lines = 0 } = entry ?? {};
  return { title: 'web', note: '', documents: [{ name: 'run.log', kind, bytes, lines, content: compressedNow(text) }], report };
}
