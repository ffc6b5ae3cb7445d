import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEncryptedCase } from '../../lib/cases/envelope';
import { hashPassword } from '../../lib/cases/lock';
import { changeCase, deleteCase } from '../../lib/cases/manage-case';
import { openCase } from '../../lib/cases/open-case';
import { database } from '../../lib/cases/prisma-client';
import { freshStore, someCase, type FreshStore } from '../../lib/cases/testing/fresh-store';
import { readSide } from './side';

let store: FreshStore;
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => store.close());

test('a side is read by who has its link; of a case that is gone, has a password or never was nothing is', async () => {
  const { id } = await openCase(someCase());
  const { id: locked } = await openCase({ ...someCase(), passwordHash: await hashPassword('correct horse') });
  const { id: expired } = await openCase(someCase());
  const { id: deleted } = await openCase(someCase());
  await (await database()).case.update({ where: { id: expired }, data: { expiresAt: new Date(1000) } });
  await deleteCase(deleted);
  expect(await readSide(`${id}:1`, 'en')).toMatchObject({ id, attempt: 1, report: { verdict: 'diagnosed' } });
  expect(await Promise.all([locked, expired, deleted, 'A'.repeat(22), `${id}:2`, `${id}:x`, ''].map((address) => readSide(address, 'en')))).toEqual(['missing', 'gone', 'gone', 'missing', 'missing', 'missing', undefined]);
});

test('of an encrypted case it is said that it is encrypted, and of one with a password not even that', async () => {
  const { id } = await openEncryptedCase(new Uint8Array(40));
  expect(await readSide(id, 'en')).toBe('encrypted');
  await changeCase(id, { passwordHash: await hashPassword('correct horse') });
  expect(await readSide(id, 'en')).toBe('missing');
});
