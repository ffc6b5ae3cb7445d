// npm run restore -- FILE: brings back what a backup holds and the database of DATABASE_URL or DATA_DIR does not, whichever
// database the backup is of. What was deleted since the backup stays deleted, what was stored since stays. Servers may go
// on working meanwhile.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { databaseAddress } from '../lib/database-address.mjs';
import { refuseDamaged } from './database.mjs';
import { isDump, withDump } from './postgres-dump.mjs';
import { openStore } from './stores/case-store.mjs';
import { addMissingCases } from './stores/copy-cases.mjs';

/** Gives how many cases came back, and how many documents lie in the bucket, of the store at an address (stores/case-store.mjs). Throws where either database is damaged or written by a newer version. */
export async function restore(address, file) {
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  if (isDump(file)) {
    if (address.startsWith('file:')) throw new Error('this is a backup of a PostgreSQL: restore it into one, and move it from there');
    return withDump(address, file, (beside) => addMissing(beside, address));
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-restore-'));
  try {
    // Opened, a backup of an older version is brought up to date; the file itself stays as it is.
    copyFileSync(file, path.join(folder, 'cases.db'));
    return await addMissing(`file:${folder}`, address);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addMissing(backup, address) {
  const from = await openStore(backup);
  try {
    const to = await openStore(address, { mayBeNew: true });
    try {
      for (const one of [backup, address]) if (one.startsWith('file:')) await refuseDamaged(one.slice('file:'.length));
      return { cases: await addMissingCases(from, to), objects: await to.objects() };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file] = process.argv.slice(2);
  try {
    if (file === undefined) throw new Error('name the file: npm run restore -- FILE');
    const address = databaseAddress();
    const data = path.resolve(process.env.DATA_DIR ?? 'data');
    const { cases, objects } = await restore(address ?? `file:${data}`, path.resolve(file));
    console.log(`${cases} cases came back to ${address === undefined ? data : 'PostgreSQL'}`);
    if (objects > 0) console.log(`${objects} large documents lie in the bucket of S3_BUCKET, which was not touched: what is no longer there cannot be read`);
  } catch (error) {
    console.error(`Not restored: ${error.message}`);
    process.exit(1);
  }
}
