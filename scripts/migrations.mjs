// What the runners of both databases share: Prisma's files of migrations, and its marks of those that were applied.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The migrations of a folder that are not among those applied, in their order. Throws where one was applied that the folder does not have. */
export function missingMigrations(folder, applied) {
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql'))).sort();
  const newer = applied.filter((name) => !names.includes(name)).sort();
  if (newer.length > 0) throw new Error(`the database was written by a newer version, which has the migration ${newer[0]}. Start that version, or a backup of before.`);
  return names.filter((name) => !applied.includes(name)).map((name) => {
    const sql = readFileSync(path.join(folder, name, 'migration.sql'));
    return { id: randomUUID(), name, sql: sql.toString('utf8'), checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Those that were applied, in Prisma's table. */
export const appliedMigrations = 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL';
