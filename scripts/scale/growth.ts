import { execute } from '../temporary-postgres.mjs';

/** A random-looking id of 22 characters for a number, as ids are: SQL. */
const idOf = (number: string) => `translate(left(encode(decode(md5(${number}), 'hex'), 'base64'), 22), '+/', '-_')`;
/** So many bytes that nothing compresses: SQL. */
const bytesOf = (number: string, count: number) => `substring(decode(repeat(md5(${number}), ${Math.ceil(count / 16)}), 'hex') FROM 1 FOR ${count})`;

/** What a case holds on average, in bytes; of the cases that are stored. */
export interface Average {
  readonly report: number;
  readonly content: number;
  readonly documents: number;
}

/** Fills the store with cases of numbers `from` to `to`, without the triggers that count; they expire over 30 days. */
export async function fill(folder: string, from: number, to: number, { report, content, documents }: Average): Promise<void> {
  await execute(
    folder,
    `SET session_replication_role = replica;
     INSERT INTO "Case" SELECT ${idOf("'c' || i")}, 'case ' || i, '', 'open', now(), now() + i % 2592000 * interval '1 second', NULL, md5(i::text) || md5('t' || i), NULL FROM generate_series(${from}, ${to}) i;
     INSERT INTO "Creation" SELECT md5('k' || i) || md5(i::text), ${idOf("'c' || i")}, ${bytesOf("'s' || i", 32)}, md5('f' || i) || md5(i::text) FROM generate_series(${from}, ${to}) i;
     INSERT INTO "Attempt" SELECT ${idOf("'a' || i")}, ${idOf("'c' || i")}, 1, 'first', now(), '1', ${bytesOf("'r' || i", report)} FROM generate_series(${from}, ${to}) i;
     INSERT INTO "StoredDocument" SELECT ${idOf("'d' || i || '/' || p")}, ${idOf("'a' || i")}, p, p || '.log', 'text', 4000, 40, ${bytesOf("'b' || i || p", content)} FROM generate_series(${from}, ${to}) i, generate_series(1, ${documents}) p;
     SET session_replication_role = origin;
     ANALYZE`,
    'cases',
  );
}

const one = `"id" = ${idOf("'c' || 77")}`;
/** What the app asks, as Prisma writes it. */
const asked: Readonly<Record<string, string>> = {
  'a case': `SELECT * FROM "Case" WHERE ${one}`,
  'its attempts': `SELECT * FROM "Attempt" WHERE "caseId" = ${idOf("'c' || 77")} ORDER BY "number"`,
  'the documents of one': `SELECT * FROM "StoredDocument" WHERE "attemptId" = ${idOf("'a' || 77")} ORDER BY "position"`,
  'a request that may have come before': `SELECT * FROM "Creation" WHERE "keyHash" = md5('k' || 77) || md5('77')`,
  'the next 50 that expired': `SELECT "id" FROM "Case" WHERE "expiresAt" <= now() + interval '1 hour' AND "deletedAt" IS NULL ORDER BY "expiresAt" LIMIT 50`,
};

/** How many pages of 8 KiB each query touches, and whether it read a whole table. */
export async function pagesTouched(folder: string): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const [what, sql] of Object.entries(asked)) {
    const [row] = (await execute(folder, `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, 'cases')) as { 'QUERY PLAN': { Plan: Record<string, unknown> }[] }[];
    const plan = row?.['QUERY PLAN'][0]?.Plan ?? {};
    told[what] = `${Number(plan['Shared Hit Blocks']) + Number(plan['Shared Read Blocks'])}${JSON.stringify(plan).includes('"Seq Scan"') ? ' (whole table)' : ''}`;
  }
  return told;
}

/** Bytes of each table (with what lies out of line) and of each index, for one case. */
export async function bytesPerCase(folder: string, cases: number): Promise<Record<string, number>> {
  const rows = (await execute(
    folder,
    `SELECT relname AS name, CASE relkind WHEN 'r' THEN pg_table_size(oid) ELSE pg_relation_size(oid) END AS bytes FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i') AND relname ~ '^(Case|Creation|Attempt|StoredDocument)' ORDER BY relkind DESC, relname`,
    'cases',
  )) as { name: string; bytes: string }[];
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Math.round(Number(bytes) / cases)]));
}
