import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteCase } from '../cases/manage-case';
import { makeCaseId } from '../cases/manage-token';
import { openCase } from '../cases/open-case';
import { database } from '../cases/prisma-client';
import { onEachDatabase } from '../cases/testing/each-database';
import { someCase, type FreshStore } from '../cases/testing/fresh-store';
import { answering } from './answer';
import { Problem } from './problem';
import { says } from './problem-words';
import { storedCase } from './stored-case';

let address = 0;
const client = () => `198.51.100.${++address}`;
const route = answering<{ id: string }>(async (request, { id }) => new Response((await storedCase(request, id)).title));
const ask = (from: string, id = makeCaseId()) => route(new Request(`http://x/api/cases/${id}`, { headers: { 'x-client-address': from } }), { id }).then(({ status }) => status);
const many = (count: number, one: () => Promise<number>) => Promise.all(Array.from({ length: count }, one));
const counts = (statuses: readonly number[]) => Object.fromEntries([...new Set(statuses)].sort().map((status) => [status, statuses.filter((one) => one === status).length]));

onEachDatabase((fresh) => {
  describe('links that are guessed', () => {
    let store: FreshStore;
    let id: string;
    beforeEach(async () => {
      vi.stubEnv('UNKNOWN_PER_10_MINUTES', '5');
      delete (globalThis as { rateLimiters?: unknown }).rateLimiters;
      store = await fresh();
      ({ id } = await openCase(someCase()));
    });
    afterEach(async () => {
      vi.useRealTimers();
      vi.unstubAllEnvs();
      await store.close();
    });

    test('one after the other: after so many nothing is answered, not even a case that is there, until the time is over', async () => {
      vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
      const from = client();
      for (let count = 0; count < 5; count++) expect(await ask(from)).toBe(404);
      expect([await ask(from), await ask(from, id), await ask(client(), id)]).toEqual([429, 429, 200]);
      vi.advanceTimersByTime(601_000);
      expect(await ask(from, id)).toBe(200);
    });

    test('a hundred at once: no more is looked up than may be guessed, and the one that is there is not found among them', async () => {
      const from = client();
      let asked = 0;
      expect(counts(await many(100, () => ask(from, ++asked === 50 ? id : makeCaseId())))).toEqual({ 404: 5, 429: 95 });
      expect(counts(await many(100, () => ask(client())))).toEqual({ 404: 100 });
    });

    test('who reads what is there is refused nothing, as often and as much at once as it asks', async () => {
      const from = client();
      for (let count = 0; count < 4; count++) await ask(from);
      expect(counts(await many(60, () => ask(from, id)))).toEqual({ 200: 60 });
      await (await database()).case.update({ where: { id }, data: { expiresAt: new Date(1000) } });
      expect(counts(await many(60, () => ask(from, id)))).toEqual({ 410: 60 });
      await deleteCase(id);
      expect([await ask(from, id), await ask(from), await ask(from)]).toEqual([410, 404, 429]);
    });

    test('what a case does not hold is no guess', async () => {
      const without = answering<undefined>(() => Promise.reject(new Problem(404, says('noDocument'))));
      const from = client();
      const there = () => without(new Request(`http://x/api/cases/${id}/documents/a`, { headers: { 'x-client-address': from } }), undefined).then(({ status }) => status);
      expect(counts(await many(20, there))).toEqual({ 404: 20 });
      expect(await ask(from, id)).toBe(200);
    });
  });
});
