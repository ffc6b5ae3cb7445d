// The tables of a case, parents before children. Rows are the same whatever database they come from: texts, numbers, null,
// Buffers, and times as ISO 8601 in UTC to the millisecond.

/** `of` is the column that says what a row belongs to. */
export const caseTables = [
  { name: 'Case', key: 'id', of: 'id' },
  { name: 'Creation', key: 'keyHash', of: 'caseId' },
  { name: 'Envelope', key: 'caseId', of: 'caseId' },
  { name: 'Attempt', key: 'id', of: 'caseId' },
  { name: 'StoredDocument', key: 'id', of: 'attemptId' },
];

/** What clients asked for lately: it goes along where a database takes the place of another, so that nobody has new tries. */
export const counterTable = { name: 'RateCounter', key: 'key' };

/** Objects that are to be deleted: whoever takes a database's place deletes them. */
export const looseTable = { name: 'LooseObject', key: 'key' };

/** What SQLite and PostgreSQL (its appendix A: undefined_table, undefined_column) say of what an older version does not have. */
const notThere = /no such (?:table|column)|\b(?:42P01|42703)\b/;

/** How many documents have their text in the bucket; a database of an older version has none. Throws what else the database says. */
export async function countObjects(run) {
  try {
    // With its table: SQLite takes the lone name of a column that is not there for a text.
    return Number((await run('SELECT count(*) AS count FROM "StoredDocument" d WHERE d."object" IS NOT NULL'))[0].count);
  } catch (error) {
    if (notThere.test(`${error.code} ${error.message}`)) return 0;
    throw error;
  }
}

const times = new Set(['createdAt', 'expiresAt', 'deletedAt', 'expire', 'until']);

/** Is this the name of a column that holds a time? */
export const isTime = (column) => times.has(column);
