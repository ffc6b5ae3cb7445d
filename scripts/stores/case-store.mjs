// Whole cases of either database: read, written and compared.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { databaseAddress } from '../../lib/database-address.mjs';
import { migrateData } from '../prepare.mjs';
import { openPostgres } from './postgres-store.mjs';
import { openSqlite } from './sqlite-store.mjs';
import { caseTables, counterTable, countObjects, looseTable } from './tables.mjs';

/** Rows of one statement: with the columns of the widest table far below what either database takes of values. */
const rowsAtOnce = 100;

/** Opens the store at an address, postgres://… or file:FOLDER, and brings its tables up to date. Throws where there is no such file, unless it may be made. */
export async function openStore(address, { mayBeNew = false } = {}) {
  if (!address.startsWith('file:')) {
    await migrateData(undefined, databaseAddress(address));
    return caseStore(await openPostgres(address));
  }
  const named = path.resolve(address.slice('file:'.length));
  const folder = path.basename(named) === 'cases.db' ? path.dirname(named) : named;
  if (!mayBeNew && !existsSync(path.join(folder, 'cases.db'))) throw new Error(`there is no database in ${folder}`);
  await migrateData(folder);
  return caseStore(await openSqlite(folder));
}

function caseStore({ mark, put, run, transaction, close }) {
  const list = (values, from = 1) => values.map((_, index) => mark(from + index)).join(', ');

  async function insert(run, { name, key }, rows, replace) {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const some = rows.slice(at, at + rowsAtOnce);
      const columns = Object.keys(some[0]);
      const tuples = some.map((_, index) => `(${list(columns, 1 + index * columns.length)})`).join(', ');
      const then = replace ? `("${key}") DO UPDATE SET ${columns.map((column) => `"${column}" = excluded."${column}"`).join(', ')}` : 'DO NOTHING';
      const args = some.flatMap((row) => columns.map((column) => put(column, row[column])));
      await run(`INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${tuples} ON CONFLICT ${then}`, args);
    }
  }

  return {
    close,
    /** So many cases after an id, each with the bytes of its contents. The order is the database's own. */
    page: (after, count) =>
      run(
        `SELECT c."id", (SELECT coalesce(sum(length(a."report")), 0) FROM "Attempt" a WHERE a."caseId" = c."id")
          + (SELECT coalesce(sum(length(e."content")), 0) FROM "Envelope" e WHERE e."caseId" = c."id")
          + (SELECT coalesce(sum(length(d."content")), 0) FROM "StoredDocument" d JOIN "Attempt" a ON a."id" = d."attemptId" WHERE a."caseId" = c."id") AS bytes
        FROM "Case" c WHERE c."id" > ${mark(1)} ORDER BY c."id" LIMIT ${count}`,
        [after],
      ),
    count: async () => Number((await run('SELECT count(*) AS count FROM "Case"'))[0].count),
    /** Those of the ids that are here. */
    known: async (ids) => new Set((await run(`SELECT "id" FROM "Case" WHERE "id" IN (${list(ids)})`, ids)).map(({ id }) => id)),
    /** Cases by id, each as the rows of its tables. */
    async read(ids) {
      const found = new Map();
      if (ids.length === 0) return found;
      const caseOf = new Map();
      for (const { name, of } of caseTables) {
        // By a list of ids, not by a query within: a database that knows nothing of its tables yet takes the index too.
        const parents = of === 'attemptId' ? [...caseOf.keys()] : ids;
        const rows = parents.length === 0 ? [] : await run(`SELECT * FROM "${name}" WHERE "${of}" IN (${list(parents)})`, parents);
        for (const row of rows) {
          if (name === 'Case') found.set(row.id, Object.fromEntries(caseTables.map((table) => [table.name, []])));
          if (name === 'Attempt') caseOf.set(row.id, row.caseId);
          found.get(of === 'attemptId' ? caseOf.get(row.attemptId) : row[of])?.[name].push(row);
        }
      }
      return found;
    },
    /** Writes cases, all of them or none. With `replace` they become what is given, whatever stood here; else only what is missing is added. */
    write: (cases, { replace }) =>
      transaction(async (run) => {
        const ids = cases.map((one) => one.Case[0].id);
        if (replace) {
          const attempts = cases.flatMap((one) => one.Attempt.map(({ id }) => id));
          // Objects of what goes are deleted by the server's sweep.
          await run(
            `INSERT INTO "${looseTable.name}" ("key", "until") SELECT d."object", ${mark(1)} FROM "StoredDocument" d JOIN "Attempt" a ON a."id" = d."attemptId"
              WHERE d."object" IS NOT NULL AND a."caseId" IN (${list(ids, 2)})${attempts.length > 0 ? ` AND a."id" NOT IN (${list(attempts, 2 + ids.length)})` : ''} ON CONFLICT DO NOTHING`,
            [put('until', new Date(0).toISOString()), ...ids, ...attempts],
          );
          for (const { name, key } of caseTables.filter(({ name, of }) => name !== 'Case' && of === 'caseId')) {
            const kept = cases.flatMap((one) => one[name].map((row) => row[key]));
            await run(`DELETE FROM "${name}" WHERE "caseId" IN (${list(ids)})${kept.length > 0 ? ` AND "${key}" NOT IN (${list(kept, ids.length + 1)})` : ''}`, [...ids, ...kept]);
          }
        }
        for (const table of caseTables) await insert(run, table, cases.flatMap((one) => one[table.name]), replace);
      }),
    /** How many documents have their text in the bucket. */
    objects: () => countObjects(run),
    looseObjects: () => run(`SELECT * FROM "${looseTable.name}"`),
    writeLooseObjects: (rows) => transaction((run) => insert(run, looseTable, rows, false)),
    counters: () => run(`SELECT * FROM "${counterTable.name}"`),
    writeCounters: (rows) => transaction((run) => insert(run, counterTable, rows, true)),
  };
}

/** SHA-256 over all that a case holds, in hex: the same in every database. */
export function contentHash(one) {
  const hash = createHash('sha256');
  for (const { name, key } of caseTables) {
    const rows = [...one[name]].sort((left, right) => (left[key] < right[key] ? -1 : 1));
    for (const row of rows) {
      for (const column of Object.keys(row).sort()) {
        const value = row[column];
        hash.update(`${name}.${column} ${value === null ? 'null' : Buffer.byteLength(value.toString())}\n`);
        if (value !== null) hash.update(Buffer.isBuffer(value) ? value : String(value).replaceAll('\0', '\ufffd'));
      }
    }
  }
  return hash.digest('hex');
}
