// The database of a data folder, for programs that run beside the server.
import path from 'node:path';

/** A client of its own; it waits as long for others as the server does. */
export async function openDatabase(dataFolder) {
  const { createClient } = await import('@libsql/client');
  return createClient({ url: `file:${path.join(dataFolder, 'cases.db')}`, timeout: 5000 });
}

/** Throws where SQLite finds the file damaged, or a row without the one that it belongs to. */
export async function refuseDamaged(dataFolder) {
  const database = await openDatabase(dataFolder);
  try {
    const [row] = (await database.execute('PRAGMA integrity_check')).rows;
    const orphans = (await database.execute('PRAGMA foreign_key_check')).rows.length;
    if (row?.integrity_check !== 'ok' || orphans > 0) throw new Error(`the database in ${dataFolder} is damaged. Move its cases.db files away, and restore into an empty folder.`);
  } finally {
    database.close();
  }
}
