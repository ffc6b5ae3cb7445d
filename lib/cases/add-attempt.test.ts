import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAttempt } from './add-attempt';
import { openCase } from './open-case';
import { database } from './prisma-client';
import { readCase } from './read-case';
import { readDocuments } from './read-documents';
import { onEachDatabase } from './testing/each-database';
import { someCase, type FreshStore } from './testing/fresh-store';

onEachDatabase((fresh) => {
  let store: FreshStore;
  beforeEach(async () => {
    store = await fresh();
  });
  afterEach(() => store.close());

  const second = (text: string) => {
    const { documents, report } = someCase(text);
    return { number: 2, after: 'fix', documents, report } as const;
  };

  test('an attempt is stored behind the first, each with its own documents', async () => {
    const { id } = await openCase(someCase('first\n'));
    expect(await addAttempt(id, second('second\n'))).toBe(true);
    expect(await readCase(id)).toMatchObject({ attempts: [{ number: 1, after: 'first' }, { number: 2, after: 'fix' }] });
    expect((await readDocuments(id)).map(({ text }) => text)).toEqual(['second\n']);
    expect((await readDocuments(id, 1)).map(({ text }) => text)).toEqual(['first\n']);
  });

  test('of many who add the second attempt at once, one does; the others are told', async () => {
    const { id } = await openCase(someCase());
    const added = await Promise.all(Array.from({ length: 8 }, (_, index) => addAttempt(id, second(`by ${index}\n`))));
    expect(added.filter(Boolean)).toHaveLength(1);
    const client = await database();
    expect([await client.attempt.count(), await client.storedDocument.count()]).toEqual([2, 2]);
  });

  test('nothing is added to a case that was deleted, or that never was', async () => {
    const { id } = await openCase(someCase());
    await (await database()).case.update({ where: { id }, data: { deletedAt: new Date() } });
    expect(await addAttempt(id, second('late\n'))).toBe(false);
    expect(await addAttempt('A'.repeat(22), second('late\n'))).toBe(false);
  });
});
