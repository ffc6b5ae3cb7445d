// Applies the migrations that the database does not have yet, as `prisma migrate deploy` would, in a tenth of its time:
// the same table _prisma_migrations with the same checksums, so that Prisma's own command line agrees.
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { appliedMigrations, missingMigrations } from './migrations.mjs';

const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

/** Makes the data folder (0700) and the database (0600), and brings its tables up to date. */
export async function migrate(dataFolder, migrationsFolder) {
  process.umask(0o077);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  chmodSync(dataFolder, 0o700);
  const { createClient } = await import('@libsql/client');
  const client = createClient({ url: `file:${path.join(dataFolder, 'cases.db')}`, timeout: 5000 });
  try {
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute(table);
    const applied = (await client.execute(appliedMigrations)).rows.map((row) => row.migration_name);
    for (const one of missingMigrations(migrationsFolder, applied)) await apply(client, one);
  } finally {
    client.close();
  }
  for (const file of readdirSync(dataFolder)) if (file.startsWith('cases.db')) chmodSync(path.join(dataFolder, file), 0o600);
}

/** One transaction that takes the write lock first: of two processes that start at once, the second finds it done. */
async function apply(client, { id, name, sql, checksum }) {
  const transaction = await client.transaction('write');
  try {
    const known = await transaction.execute({ sql: 'SELECT 1 FROM _prisma_migrations WHERE migration_name = ? AND finished_at IS NOT NULL', args: [name] });
    if (known.rows.length === 0) {
      await transaction.executeMultiple(sql);
      await transaction.execute({
        sql: 'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
        args: [id, checksum, Date.now(), name, Date.now()],
      });
    }
    await transaction.commit();
  } finally {
    transaction.close();
  }
}
