import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { migratePostgres } from '../../../scripts/migrate-postgres.mjs';
import { addressIn, execute, startIn } from '../../../scripts/temporary-postgres.mjs';

/** An empty database with all migrations applied: its address, and what a FreshStore does with it. */
export async function freshPostgres() {
  const folder = inject('postgresFolder');
  await started(folder);
  const name = `cases_${randomBytes(6).toString('hex')}`;
  await execute(folder, `CREATE DATABASE ${name} TEMPLATE migrated`);
  return {
    address: addressIn(folder, name),
    async contents() {
      const tables = ['Case', 'Creation', 'Envelope', 'Attempt', 'StoredDocument', 'RateCounter'];
      const rows = await Promise.all(tables.map((table) => execute(folder, `SELECT * FROM "${table}"`, name)));
      return Buffer.concat(rows.flat(2).flatMap((row) => Object.values(row as object).map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(`${String(value)}\n`)))));
    },
    async lock() {
      const other = new pg.Client({ connectionString: addressIn(folder, name) });
      await other.connect();
      await other.query('BEGIN');
      await other.query('LOCK TABLE "Case" IN EXCLUSIVE MODE');
      return () => other.end();
    },
    async drop() {
      await execute(folder, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Test files run at once, in processes of their own: the one that makes the folder `starting` starts it, the others wait. */
async function started(folder: string): Promise<void> {
  const ready = path.join(folder, 'ready');
  if (existsSync(ready)) return;
  if (isFirst(folder)) {
    startIn(folder);
    await execute(folder, 'CREATE DATABASE migrated');
    await migratePostgres(addressIn(folder, 'migrated'));
    writeFileSync(ready, '');
    return;
  }
  for (let tries = 0; tries < 300 && !existsSync(ready); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  if (!existsSync(ready)) throw new Error('PostgreSQL was not started within 30 s');
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(path.join(folder, 'starting'));
    return true;
  } catch {
    return false;
  }
}
