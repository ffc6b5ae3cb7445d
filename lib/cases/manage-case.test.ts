import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAttempt } from './add-attempt';
import { changeCase, deleteCase, rightOf } from './manage-case';
import { openCase } from './open-case';
import { database } from './prisma-client';
import { caseState, readCase } from './read-case';
import { isSweepOverdue, sweep } from './sweep';
import { onEachDatabase } from './testing/each-database';
import { someCase, type FreshStore } from './testing/fresh-store';

onEachDatabase((fresh, kind) => {
  let store: FreshStore;
  beforeEach(async () => {
    store = await fresh();
  });
  afterEach(() => store.close());

  test('the token of the case and no other', async () => {
    const [mine, other] = [await openCase(someCase()), await openCase(someCase())];
    expect(await rightOf(mine.id, mine.manageToken)).toBe('granted');
    for (const token of [other.manageToken, mine.id, '', `${mine.manageToken}x`]) expect(await rightOf(mine.id, token)).toBe('refused');
    expect(await rightOf('A'.repeat(22), mine.manageToken)).toBeUndefined();
    await deleteCase(mine.id);
    expect(await rightOf(mine.id, mine.manageToken)).toBe('gone');
  });

  test('what is given is changed, and nothing else', async () => {
    const { id } = await openCase(someCase());
    await changeCase(id, { status: 'resolved' });
    expect(await readCase(id)).toMatchObject({ title: 'web', status: 'resolved' });
    await changeCase(id, { title: 'node 3', expiresInSeconds: 86_400 });
    const changed = await readCase(id);
    expect(changed).toMatchObject({ title: 'node 3', status: 'resolved' });
    const left = typeof changed === 'object' ? changed.expiresAt.getTime() - Date.now() : 0;
    expect(left).toBeGreaterThan(86_300_000);
    expect(left).toBeLessThanOrEqual(86_400_000);
  });

  /** Longer than a page of the database, and nothing that brotli could shorten away. */
  const noise = Array.from({ length: 3000 }, (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 0).toString(36)).join('');

  /** A value in pieces of 32 bytes. */
  function pieces(value: Buffer): Buffer[] {
    return Array.from({ length: Math.floor(value.length / 32) }, (_, at) => value.subarray(at * 32, at * 32 + 32));
  }

  test.runIf(kind === 'SQLite')('a deleted case is gone from the bytes of every file, with all its attempts', async () => {
    const canary = 'Canary-Title-81c4';
    const first = someCase(`${noise}\n`);
    const second = someCase(`second ${noise}\n`);
    const kept = await openCase({ ...someCase(), title: 'another that stays' });
    const request = { client: 'c', key: 'b7c7a9c2-5e53-4c59-9a2b', content: 'x' };
    const { id } = await openCase({ ...first, title: canary, note: 'Canary-Note-9d20', request });
    await addAttempt(id, { number: 2, after: 'fix', documents: second.documents, report: second.report });
    // A title that was overwritten is no less deleted.
    await changeCase(id, { title: 'Canary-Renamed-55' });
    // A long value lies on several pages of the file, so pieces of it are looked for; those on a seam are not found.
    const stored = [first, second].map(({ documents }) => pieces(Buffer.from(documents[0]?.content ?? [])));
    const secrets = [...[canary, 'Canary-Note-9d20', 'Canary-Renamed-55'].map((text) => [Buffer.from(text)]), ...stored];
    const before = await store.contents();
    expect(secrets.map((secret) => secret.some((piece) => before.includes(piece)))).toEqual(secrets.map(() => true));

    await deleteCase(id);
    const after = await store.contents();
    expect(secrets.map((secret) => secret.some((piece) => after.includes(piece)))).toEqual(secrets.map(() => false));
    expect([await caseState(id), await readCase(kept.id)]).toMatchObject(['gone', { title: 'another that stays' }]);
    const client = await database();
    expect([await client.attempt.count(), await client.storedDocument.count(), await client.creation.count()]).toEqual([1, 1, 0]);
  });

  test.runIf(kind === 'SQLite')('while somebody reads the file a deletion waits, and the thread does not; then the bytes go', async () => {
    const { id } = await openCase({ ...someCase(), title: 'Canary-Read-3f60' });
    const reader = createClient({ url: `file:${path.join(store.folder, 'cases.db')}` });
    const reading = await reader.transaction('read');
    await reading.execute('SELECT count(*) FROM "Case"');
    let turns = 0;
    const timer = setInterval(() => turns++, 20);
    const deletion = deleteCase(id);
    await new Promise((resolve) => setTimeout(resolve, 800));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
    expect(await readCase(id)).toBe('gone');
    await reading.rollback();
    reader.close();
    await deletion;
    expect((await store.contents()).includes('Canary-Read-3f60')).toBe(false);
  });

  test('what has expired is erased in batches, by two sweeps at once; the rest stays', async () => {
    const opened = await Promise.all(Array.from({ length: 60 }, () => openCase(someCase('Expired-Canary\n'))));
    const kept = await openCase(someCase());
    const client = await database();
    await client.case.updateMany({ where: { id: { not: kept.id } }, data: { expiresAt: new Date(1000), title: 'Expired-Title' } });
    expect(await isSweepOverdue(new Date())).toBe(true);
    await Promise.all([sweep(new Date()), sweep(new Date())]);
    expect(await isSweepOverdue(new Date())).toBe(false);
    expect((await store.contents()).includes('Expired-Title')).toBe(false);
    expect([await client.attempt.count(), await client.case.count({ where: { deletedAt: null } })]).toEqual([1, 1]);
    expect(await readCase(opened[0]?.id ?? '')).toBe('gone');
    expect(await sweep(new Date())).toBe(0);
  });
});
