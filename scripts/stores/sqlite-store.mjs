// SQL on the file cases.db of a data folder, with rows as tables.mjs says.
import { openDatabase } from '../database.mjs';
import { isTime } from './tables.mjs';

const mark = () => '?';

/** Times as Prisma writes them: they are compared as texts. */
const put = (column, value) => (value !== null && isTime(column) ? value.replace('Z', '+00:00') : value);

function take(column, value) {
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  return value !== null && isTime(column) ? new Date(value).toISOString() : value;
}

export async function openSqlite(folder) {
  const database = await openDatabase(folder);
  const runOn = (connection) => async (sql, args = []) => {
    const { rows, columns } = await connection.execute({ sql, args });
    return rows.map((row) => Object.fromEntries(columns.map((column) => [column, take(column, row[column])])));
  };
  return {
    mark,
    put,
    run: runOn(database),
    async transaction(work) {
      const transaction = await database.transaction('write');
      try {
        await work(runOn(transaction));
        await transaction.commit();
      } finally {
        transaction.close();
      }
    },
    close: () => Promise.resolve(database.close()),
  };
}
