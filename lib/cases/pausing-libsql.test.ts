import { afterEach, beforeEach, expect, test } from 'vitest';
import { database } from './prisma-client';
import { freshStore } from './testing/fresh-store';

let store: Awaited<ReturnType<typeof freshStore>>;
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => store.close());

test('many statements at once leave turns of the event loop to others', async () => {
  const client = await database();
  await client.case.count();
  let [turns, over] = [0, false];
  const count = () => {
    turns++;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(Array.from({ length: 300 }, () => client.case.count()));
  over = true;
  expect(turns).toBeGreaterThan(3);
});
