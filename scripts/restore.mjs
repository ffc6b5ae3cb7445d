// npm run restore -- FILE: brings back what a backup holds and the database of DATA_DIR does not. What was deleted since
// the backup stays deleted, what was stored since stays. The server may go on serving meanwhile.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase, refuseDamaged } from './database.mjs';
import { migrate } from './migrate.mjs';

const migrations = path.resolve(import.meta.dirname, '../prisma/sqlite/migrations');

/** Parents before children; what stands in no other table, such as counters of clients, is not brought back. */
const tables = [
  ['Case', '"id"'],
  ['Creation', '"caseId"'],
  ['Attempt', '"caseId"'],
  ['StoredDocument', '(SELECT "caseId" FROM backup."Attempt" WHERE "Attempt"."id" = "StoredDocument"."attemptId")'],
];

/** Gives how many cases came back. Throws where either database is damaged or written by a newer version. */
export async function restore(dataFolder, file) {
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-restore-'));
  try {
    copyFileSync(file, path.join(folder, 'cases.db'));
    // A backup of an older version is brought up to date first; the file itself stays as it is.
    await migrate(folder, migrations);
    await migrate(dataFolder, migrations);
    await refuseDamaged(folder);
    await refuseDamaged(dataFolder);
    return await join(dataFolder, path.join(folder, 'cases.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function join(dataFolder, backup) {
  const database = await openDatabase(dataFolder);
  try {
    await database.execute({ sql: 'ATTACH ? AS backup', args: [backup] });
    await database.execute('CREATE TEMP TABLE missing AS SELECT "id" FROM backup."Case" WHERE "id" NOT IN (SELECT "id" FROM main."Case")');
    await database.execute('BEGIN IMMEDIATE');
    for (const [table, caseId] of tables) {
      const columns = (await database.execute(`SELECT name FROM pragma_table_info('${table}')`)).rows.map(({ name }) => `"${name}"`).join(', ');
      await database.execute(`INSERT OR IGNORE INTO main."${table}" (${columns}) SELECT ${columns} FROM backup."${table}" WHERE ${caseId} IN (SELECT "id" FROM missing)`);
    }
    await database.execute('COMMIT');
    const counted = await database.execute('SELECT count(*) AS count FROM missing');
    return Number(counted.rows[0].count);
  } finally {
    database.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file] = process.argv.slice(2);
  const data = path.resolve(process.env.DATA_DIR ?? 'data');
  try {
    if (file === undefined) throw new Error('name the file: npm run restore -- FILE');
    console.log(`${await restore(data, path.resolve(file))} cases came back to ${data}`);
  } catch (error) {
    console.error(`Not restored: ${error.message}`);
    process.exit(1);
  }
}
