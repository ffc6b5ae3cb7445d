import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { countObjects } from './tables.mjs';

test('a database of an older version has no objects; one that fails is no such database', async () => {
  const database = createClient({ url: ':memory:' });
  const run = async (sql: string) => (await database.execute(sql)).rows;
  expect(await countObjects(run)).toBe(0);
  await run('CREATE TABLE "StoredDocument" ("id" TEXT)');
  await run(`INSERT INTO "StoredDocument" VALUES ('x')`);
  expect(await countObjects(run)).toBe(0);
  await run('ALTER TABLE "StoredDocument" ADD COLUMN "object" TEXT');
  expect(await countObjects(run)).toBe(0);
  await run(`UPDATE "StoredDocument" SET "object" = 'key'`);
  expect(await countObjects(run)).toBe(1);
  database.close();
  class Undefined extends Error {
    readonly code = '42P01';
  }
  await expect(countObjects(() => Promise.reject(new Undefined('relation "StoredDocument" does not exist')))).resolves.toBe(0);
  await expect(countObjects(() => Promise.reject(new Error('database disk image is malformed')))).rejects.toThrow('malformed');
  await expect(countObjects(run)).rejects.toThrow();
});
