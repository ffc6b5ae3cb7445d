import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expanded } from './compressed';
import { openCase } from './open-case';
import { database } from './prisma-client';
import { caseState, readCase } from './read-case';
import { readDocuments } from './read-documents';
import { StorageBusy, StorageFull } from './storage-error';
import { onEachDatabase } from './testing/each-database';
import { someCase, type FreshStore } from './testing/fresh-store';

onEachDatabase((fresh, kind) => {
  let store: FreshStore;
  beforeEach(async () => {
    store = await fresh();
  });
  afterEach(() => store.close());

  const raw = () => createClient({ url: `file:${path.join(store.folder, 'cases.db')}` });
  const count = async () => (await database()).case.count();

  test('what is read is what was stored, to the byte', async () => {
    const opened = someCase('runc run failed: é 中\r\n\tx\n');
    const { id } = await openCase(opened);
    expect(await readCase(id)).toMatchObject({ title: 'web', status: 'open', attempts: [{ number: 1, after: 'first', report: opened.report }] });
    expect(await readDocuments(id)).toEqual([{ name: 'run.log', kind: opened.documents[0]?.kind, text: await expanded(opened.documents[0]?.content ?? new Uint8Array()) }]);
  });

  test('ids are 22 characters that nobody guesses; of the manage token only the hash is in the file', async () => {
    const made = await Promise.all([openCase(someCase()), openCase(someCase())]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
    for (const { id, manageToken } of made) {
      expect(id).toMatch(/^[\w-]{22}$/);
      const bytes = await store.contents();
      expect([id, manageToken, 'user namespaces enabled, but no uid'].map((text) => bytes.includes(text))).toEqual([true, false, false]);
    }
  });

  test.runIf(kind === 'SQLite')('the folder is for its owner alone, and so is every file of it', async () => {
    await openCase(someCase());
    expect(statSync(store.folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(store.folder)) expect(statSync(path.join(store.folder, name)).mode & 0o077, name).toBe(0);
  });

  test('a case that expired or was deleted is gone; one that never was is not', async () => {
    const { id } = await openCase(someCase());
    const client = await database();
    await client.case.update({ where: { id }, data: { expiresAt: new Date(0) } });
    expect([await readCase(id), await caseState(id)]).toEqual(['gone', 'gone']);
    await client.case.update({ where: { id }, data: { expiresAt: new Date(8e12), deletedAt: new Date() } });
    expect(await readCase(id)).toBe('gone');
    expect([await readCase('A'.repeat(22)), await caseState('A'.repeat(22)), await caseState("' OR 1")]).toEqual([undefined, undefined, undefined]);
  });

  describe('where it cannot be stored, nothing is half-stored', () => {
    test('locked by another for longer than we wait', async () => {
      await openCase(someCase());
      const unlock = await store.lock();
      await expect(openCase(someCase())).rejects.toBeInstanceOf(StorageBusy);
      await unlock();
      expect(await count()).toBe(1);
    });

    test.runIf(kind === 'SQLite')('no room', async () => {
      const client = await database();
      const [pages] = await client.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count');
      await client.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages?.page_count ?? 0) + 2}`);
      // Too little to compress away.
      const noise = Array.from({ length: 40_000 }, (_, index) => Math.imul(index + 1, 2_654_435_761) >>> 0).join(' ');
      await expect(openCase(someCase(noise))).rejects.toBeInstanceOf(StorageFull);
      expect(await count()).toBe(0);
      const left = await client.attempt.count();
      expect(left).toBe(0);
    });
  });

  /** Runs the writer in a process of its own; resolves to the ids that it printed. */
  function write(cases: number, killAfter?: number): Promise<string[]> {
    const script = path.join(import.meta.dirname, 'testing/write-cases.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, String(cases)], { env: { ...process.env, DATA_DIR: store.folder }, stdio: ['ignore', 'pipe', 'inherit'] });
    return new Promise((resolve) => {
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (killAfter !== undefined && printed.split('\n').length > killAfter) child.kill('SIGKILL');
      });
      child.on('close', () => resolve(printed.split('\n').filter((id) => id.length === 22)));
    });
  }

  test('two processes write at once, and nothing is lost', async () => {
    const [first, second] = await Promise.all([write(25), write(25)]);
    const ids = [...first, ...second];
    expect(new Set(ids).size).toBe(50);
    expect(await count()).toBe(50);
    for (const id of ids) expect(await readCase(id)).toMatchObject({ status: 'open' });
  });

  test.runIf(kind === 'SQLite')('a writer that is killed leaves whole cases, and every one that it reported', async () => {
    const ids = await write(10_000, 8);
    expect(ids.length).toBeGreaterThan(0);
    const client = raw();
    const check = await client.execute('PRAGMA integrity_check');
    expect(check.rows[0]?.['integrity_check']).toBe('ok');
    client.close();
    for (const id of ids) expect(await readCase(id)).toMatchObject({ attempts: [{ number: 1 }] });
    const halves = await (await database()).case.count({ where: { attempts: { none: { documents: { some: {} } } } } });
    expect(halves).toBe(0);
  });
});
