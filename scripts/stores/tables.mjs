// The tables of a case, parents before children. Rows are the same whatever database they come from: texts, numbers, null,
// Buffers, and times as ISO 8601 in UTC to the millisecond.

/** `ofCase` finds the rows of cases: `?` stands for the list of their ids. */
export const caseTables = [
  { name: 'Case', key: 'id', ofCase: '"id" IN (?)' },
  { name: 'Creation', key: 'keyHash', ofCase: '"caseId" IN (?)' },
  { name: 'Attempt', key: 'id', ofCase: '"caseId" IN (?)' },
  { name: 'StoredDocument', key: 'id', ofCase: '"attemptId" IN (SELECT "id" FROM "Attempt" WHERE "caseId" IN (?))' },
];

/** What clients asked for lately: it goes along where a database takes the place of another, so that nobody has new tries. */
export const counterTable = { name: 'RateCounter', key: 'key' };

const times = new Set(['createdAt', 'expiresAt', 'deletedAt', 'expire']);

/** Is this the name of a column that holds a time? */
export const isTime = (column) => times.has(column);
