import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { earlierCreation } from './creation';
import { hashPassword, isPass, isPassword, passOf } from './lock';
import { changeCase, deleteCase, rightOf } from './manage-case';
import { makeCaseId } from './manage-token';
import { AlreadyOpened, openCase } from './open-case';
import { database, filledBytes } from './prisma-client';
import { readCase } from './read-case';
import { readDocuments } from './read-documents';
import { rotateLink } from './rotate-link';
import { StorageFull } from './storage-error';
import { onEachDatabase } from './testing/each-database';
import { someCase, type FreshStore } from './testing/fresh-store';

test('a million ids: none twice, and no character is commoner than chance makes it', () => {
  const counts = new Uint32Array(128);
  const ids = new Set<string>();
  for (let made = 0; made < 1_000_000; made++) {
    const id = makeCaseId();
    ids.add(id);
    // The last of 22 characters holds two bits alone.
    for (let at = 0; at < 21; at++) {
      const code = id.charCodeAt(at);
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  expect(ids.size).toBe(1_000_000);
  const expected = (21 * 1_000_000) / 64;
  const seen = counts.filter((count) => count > 0);
  const chiSquare = seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  expect(seen).toHaveLength(64);
  // 63 degrees of freedom: beyond 126 once in a million runs.
  expect(chiSquare).toBeLessThan(126);
});

onEachDatabase((fresh) => {
  let store: FreshStore;
  beforeEach(async () => {
    store = await fresh();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await store.close();
  });

  test('a new link leads to the same case, the old one to nothing at once', async () => {
    const { id, manageToken } = await openCase(someCase('one\n'));
    const renewed = await rotateLink(id);
    expect([await readCase(id), await readDocuments(id), await rightOf(id, manageToken)]).toEqual(['gone', [], 'gone']);
    expect(await readCase(renewed ?? '')).toMatchObject({ title: 'web', attempts: [{ number: 1 }] });
    expect(await readDocuments(renewed ?? '')).toMatchObject([{ text: 'one\n' }]);
    expect(await rightOf(renewed ?? '', manageToken)).toBe('granted');
    expect([await rotateLink(id), await rotateLink('A'.repeat(22))]).toEqual([undefined, undefined]);
    expect((await Promise.all([rotateLink(renewed ?? ''), rotateLink(renewed ?? '')])).filter(Boolean)).toHaveLength(1);
  });

  test('a password is kept as a salted hash, compared whole, and its pass ends with it', async () => {
    const [first, second] = [await hashPassword('correct horse'), await hashPassword('correct horse')];
    expect(first).not.toBe(second);
    expect([await isPassword('correct horse', first), await isPassword('correct hors', first), await isPassword('', first), await isPassword('x', '')]).toEqual([true, false, false, false]);
    expect([isPass(passOf('a', first), 'a', first), isPass(passOf('a', first), 'b', first), isPass(passOf('a', first), 'a', second), isPass('', 'a', first)]).toEqual([true, false, false, false]);
    const { id } = await openCase({ ...someCase(), passwordHash: first });
    expect(await readCase(id)).toMatchObject({ passwordHash: first });
    await changeCase(id, { passwordHash: null });
    expect(await readCase(id)).toMatchObject({ passwordHash: undefined });
  });

  test('a request that comes again opens one case and gives the same token, which is not in the file', async () => {
    const request = { client: 'c', key: 'b7c7a9c2-5e53-4c59-9a2b-1f0c2b7e9d11', content: 'x' };
    const first = await openCase({ ...someCase(), request });
    expect(await earlierCreation(request)).toEqual({ id: first.id, manageToken: first.manageToken });
    expect(await rightOf(first.id, first.manageToken)).toBe('granted');
    await expect(openCase({ ...someCase(), request })).rejects.toBeInstanceOf(AlreadyOpened);
    expect(await earlierCreation({ ...request, content: 'y' })).toBe('other');
    expect([await earlierCreation({ ...request, client: 'd' }), await earlierCreation({ ...request, key: 'another-key-of-16' })]).toEqual([undefined, undefined]);
    const twice = { ...request, key: 'c7c7a9c2-5e53-4c59-9a2b-1f0c2b7e9d11' };
    const both = await Promise.allSettled([openCase({ ...someCase(), request: twice }), openCase({ ...someCase(), request: twice })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await (await database()).case.count()).toBe(2);
  });

  test('a store that is full takes nothing more, and what it holds is read', async () => {
    const { id } = await openCase(someCase());
    vi.stubEnv('MAX_TOTAL_BYTES', '1024');
    await expect(openCase(someCase())).rejects.toBeInstanceOf(StorageFull);
    expect(await readCase(id)).toMatchObject({ title: 'web' });
    expect(await (await database()).case.count()).toBe(1);
  });

  test('what is stored counts against the room, and what is deleted no more', async () => {
    const before = await filledBytes();
    const noise = Array.from({ length: 40_000 }, (_, index) => Math.imul(index + 1, 2_654_435_761) >>> 0).join(' ');
    const { id } = await openCase(someCase(noise));
    expect(await filledBytes()).toBeGreaterThan(before + 100_000);
    await deleteCase(id);
    expect(await filledBytes()).toBeLessThan(before + 10_000);
  });

  test('reading extends nothing', async () => {
    const { id, expiresAt } = await openCase(someCase());
    for (let read = 0; read < 3; read++) await readCase(id);
    expect(await readCase(id)).toMatchObject({ expiresAt });
  });

  test('texts that are no text are stored and read as they were', async () => {
    const text = 'a\ud800b\u2028c\u2029d\u0000e\ufffdf\u{1f600}\n';
    const { id } = await openCase({ ...someCase(text), title: 'lone \ud83d, NUL \u0000, line \u2028' });
    // What UTF-8 cannot say is replaced; nothing else changes.
    expect(await readDocuments(id)).toMatchObject([{ text: text.replace('\ud800', '\ufffd') }]);
    expect(await readCase(id)).toMatchObject({ attempts: [{ number: 1 }] });
  });
});
