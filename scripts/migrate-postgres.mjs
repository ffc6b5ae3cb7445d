// The same for PostgreSQL as migrate.mjs for SQLite: Prisma's files, its table and its lock, without its command line.
import path from 'node:path';
import { appliedMigrations, missingMigrations } from './migrations.mjs';

const folder = path.resolve(import.meta.dirname, '../prisma/postgres/migrations');

const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** The advisory lock that Prisma's own command line takes while it migrates. */
const prismaLock = 72707369;

/** Brings the tables of a PostgreSQL up to date, each migration in a transaction; of instances that start at once, one does it. */
export async function migratePostgres(address) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock]);
    await client.query(table);
    const applied = (await client.query(appliedMigrations)).rows.map((row) => row.migration_name);
    for (const one of missingMigrations(folder, applied)) await apply(client, one);
  } finally {
    // Its lock ends with the connection.
    await client.end();
  }
}

async function apply(client, { id, name, sql, checksum }) {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, now(), $3, 1)', [id, checksum, name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
