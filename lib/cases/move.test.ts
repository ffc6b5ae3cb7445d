import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { move } from '../../scripts/move.mjs';
import { addAttempt } from './add-attempt';
import { compressedNow } from './compressed';
import { changeCase, deleteCase } from './manage-case';
import { openCase } from './open-case';
import { openEncryptedCase, readEnvelope } from './envelope';
import { closeDatabase, database } from './prisma-client';
import { readCase } from './read-case';
import { readDocuments } from './read-documents';
import { rotateLink } from './rotate-link';
import { sweep } from './sweep';
import { onEachDatabase } from './testing/each-database';
import { someCase, type FreshStore } from './testing/fresh-store';

/** So many cases, the text of each another one; ten at a time, as many as have a connection. */
async function openMany(count: number): Promise<string[]> {
  const pattern = someCase();
  const ids: string[] = [];
  while (ids.length < count) {
    const group = Array.from({ length: Math.min(10, count - ids.length) }, (_, index) => {
      const number = ids.length + index;
      return openCase({ ...pattern, title: `case ${number}`, documents: pattern.documents.map((one) => ({ ...one, content: compressedNow(`line ${number} é 中\n`) })) });
    });
    ids.push(...(await Promise.all(group)).map(({ id }) => id));
  }
  return ids;
}

/** To SQLite as well as from it: with PostgreSQL as the source this is the way back. */
onEachDatabase((fresh) => {
  let store: FreshStore;
  let outside: string;
  let source: string;
  let target: string;
  beforeEach(async () => {
    store = await fresh();
    outside = mkdtempSync(path.join(tmpdir(), 'userns-doctor-'));
    source = process.env.DATABASE_URL ?? `file:${store.folder}`;
    target = `file:${path.join(outside, 'target')}`;
  });
  afterEach(async () => {
    await store.close();
    rmSync(outside, { recursive: true, force: true });
  });
  /** The store that was moved to, as the server would open it. */
  async function openTarget(): Promise<void> {
    await closeDatabase();
    delete process.env.DATABASE_URL;
    process.env.DATA_DIR = path.join(outside, 'target');
  }

  test('300 cases move and come back, equal to the byte', async () => {
    const [first = '', deleted = '', old = ''] = await openMany(300);
    const { documents, report } = someCase('second\n');
    await addAttempt(first, { number: 2, after: 'fix', documents, report });
    await deleteCase(deleted);
    const renewed = await rotateLink(old);
    const envelope = new Uint8Array(100_000).map((_, index) => index % 251);
    const encrypted = await openEncryptedCase(envelope);
    expect(await move(source, target)).toMatchObject({ written: 302, same: 0, equal: 302, differing: [] });
    expect(await move(target, source)).toMatchObject({ written: 0, same: 302, equal: 302, differing: [] });
    const before = await readCase(first);
    await openTarget();
    expect(await readCase(first)).toEqual(before);
    expect(await readDocuments(first, 1)).toMatchObject([{ text: 'line 0 é 中\n' }]);
    expect([await readCase(deleted), await readCase(old)]).toEqual(['gone', 'gone']);
    expect(await readCase(renewed ?? '')).toMatchObject({ title: 'case 2' });
    expect([await readCase(encrypted.id), await readEnvelope(encrypted.id)]).toMatchObject([{ encrypted: true }, envelope]);
    // Times are compared by the database: they stand there as the program itself writes them.
    await (await database()).case.update({ where: { id: renewed ?? '' }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await sweep(new Date())).toBe(1);
  });

  test('stopped and taken up again it writes the rest, what changed and what was renewed; what was deleted there stays deleted', async () => {
    const [changed = '', renewed = '', deletedThere = ''] = await openMany(250);
    expect(await move(source, target, () => false)).toMatchObject({ written: 200, stopped: true });
    expect(await move(source, target)).toMatchObject({ written: 50, same: 200, equal: 250 });
    await changeCase(changed, { title: 'changed' });
    await rotateLink(renewed);
    const { DATABASE_URL, DATA_DIR } = process.env;
    await openTarget();
    await deleteCase(deletedThere);
    await closeDatabase();
    if (DATABASE_URL !== undefined) process.env.DATABASE_URL = DATABASE_URL;
    process.env.DATA_DIR = DATA_DIR;
    expect(await move(source, target)).toMatchObject({ written: 3, same: 247, deletedThere: 1, equal: 250, differing: [] });
    await openTarget();
    expect([await readCase(deletedThere), await readCase(renewed)]).toEqual(['gone', 'gone']);
    expect(await readCase(changed)).toMatchObject({ title: 'changed' });
    expect(await (await database()).attempt.count()).toBe(249);
  });

  test('what is no store is not moved, and nothing is made of it', async () => {
    await expect(move(`file:${path.join(outside, 'nothing')}`, target)).rejects.toThrow(/there is no database/);
    await expect(move('mysql://x/y', target)).rejects.toThrow(/begins with postgres/);
  });
});
