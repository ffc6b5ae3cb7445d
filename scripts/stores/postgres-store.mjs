// The same on a PostgreSQL.
import { isTime } from './tables.mjs';

const mark = (number) => `$${number}`;

/** PostgreSQL has no NUL in a text: what older versions stored of it is written as this version would. */
const put = (column, value) => (typeof value === 'string' && !isTime(column) ? value.replaceAll('\0', '\ufffd') : value);

/** The columns are TIMESTAMP without a zone, and hold UTC: read as texts, for pg would take them for local times. */
const timestamp = 1114;

export async function openPostgres(address) {
  const { default: pg } = await import('pg');
  const types = { getTypeParser: (type, format) => (type === timestamp ? (text) => new Date(`${text.replace(' ', 'T')}Z`).toISOString() : pg.types.getTypeParser(type, format)) };
  const client = new pg.Client({ connectionString: address, types, application_name: 'userns-doctor', connectionTimeoutMillis: 10_000 });
  await client.connect();
  const run = async (sql, args = []) => (await client.query(sql, args)).rows;
  return {
    mark,
    put,
    run,
    async transaction(work) {
      await client.query('BEGIN');
      try {
        await work(run);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
    close: () => client.end(),
  };
}
