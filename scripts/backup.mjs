// npm run backup -- FILE: one consistent copy of the database of DATABASE_URL or DATA_DIR, also while servers write to it.
// The copy holds nothing of what was deleted before. Nobody but its owner reads it; keep it no longer than cases are kept.
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { databaseAddress } from '../lib/database-address.mjs';
import { openDatabase, refuseDamaged } from './database.mjs';
import { dumpPostgres } from './postgres-dump.mjs';
import { openPostgres } from './stores/postgres-store.mjs';
import { openSqlite } from './stores/sqlite-store.mjs';
import { countObjects } from './stores/tables.mjs';

/** Of SQLite: writes the copy beside its place first, checks it, and moves it there whole. */
export async function backup(dataFolder, file) {
  if (!existsSync(path.join(dataFolder, 'cases.db'))) throw new Error(`there is no database in ${dataFolder}`);
  if (existsSync(file)) throw new Error(`${file} is there already`);
  process.umask(0o077);
  const folder = mkdtempSync(path.join(path.dirname(file), '.backup-'));
  try {
    const database = await openDatabase(dataFolder);
    try {
      await database.execute({ sql: 'VACUUM INTO ?', args: [path.join(folder, 'cases.db')] });
    } finally {
      database.close();
    }
    await refuseDamaged(folder);
    chmodSync(path.join(folder, 'cases.db'), 0o600);
    renameSync(path.join(folder, 'cases.db'), file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many documents of a database have their text in the bucket. */
async function objectsOf(address, dataFolder) {
  const store = await (address === undefined ? openSqlite(dataFolder) : openPostgres(address));
  try {
    return await countObjects(store.run);
  } finally {
    await store.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file] = process.argv.slice(2);
  try {
    if (file === undefined) throw new Error('name the file: npm run backup -- FILE');
    const address = databaseAddress();
    const data = path.resolve(process.env.DATA_DIR ?? 'data');
    await (address === undefined ? backup(data, path.resolve(file)) : dumpPostgres(address, path.resolve(file)));
    console.log(`The backup is ${path.resolve(file)}`);
    const objects = await objectsOf(address, data);
    if (objects > 0) console.log(`It holds the keys of ${objects} large documents, and not their texts: those lie in the bucket of S3_BUCKET, of which a copy is a matter of its own`);
  } catch (error) {
    console.error(`No backup: ${error.message}`);
    process.exit(1);
  }
}
