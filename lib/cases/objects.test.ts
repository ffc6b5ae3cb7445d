import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isSwiftHere, startS3 } from '../../scripts/temporary-s3.mjs';
import { findLines } from '../http/find-lines';
import { addAttempt } from './add-attempt';
import { compressedNow } from './compressed';
import { deleteCase } from './manage-case';
import { openCase } from './open-case';
import { readPageDocuments } from './page-documents';
import { closeDatabase, database, filledBytes } from './prisma-client';
import { readContents, readDocuments, readLines, readWhole, readWholeContents } from './read-documents';
import { ObjectGone, StorageFull, StorageUnreachable } from './storage-error';
import { sweep } from './sweep';
import { onEachDatabase } from './testing/each-database';
import { someCase, type FreshStore } from './testing/fresh-store';

const here = isSwiftHere();
/** Where root runs CI, scripts/tools.mjs installs it: its tests then fail rather than be left out. */
const skipped = !here && !(process.env.CI && process.getuid?.() === 0);
if (skipped) console.warn('OpenStack Swift is not installed (Debian: apt-get install python3-swift): the tests of objects are skipped.');

/** Of three blocks and more. */
const log = Array.from({ length: 60_000 }, (_, index) => `line ${index} ${(index * 7919) % 104_729} of a log`).join('\n') + '\n';
/** One whose text lies in blocks. */
const large = { ...someCase(), documents: someCase().documents.map((one) => ({ ...one, content: compressedNow(log) })) };
const root = path.resolve(import.meta.dirname, '../..');
/** What a program says. */
const run = (program: 'backup' | 'restore' | 'move', ...args: readonly string[]) => execFileSync(process.execPath, [`scripts/${program}.mjs`, ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
/** Where nobody listens. */
const nowhere = 'http://127.0.0.1:9';
const later = () => new Date(Date.now() + 2 * 60 * 60 * 1000);

describe.skipIf(skipped)('large documents in objects', () => {
  let s3: Awaited<ReturnType<typeof startS3>>;
  const before = { ...process.env };
  beforeAll(async () => {
    s3 = await startS3();
  }, 30_000);
  afterAll(() => s3.stop());
  const useStorage = () => {
    for (const [name, value] of Object.entries(s3.env)) process.env[name] = value;
  };
  beforeEach(useStorage);
  afterEach(async () => {
    for (const name of Object.keys(s3.env)) if (!(name in before)) delete process.env[name];
    expect(await s3.keys()).toEqual([]);
  });

  onEachDatabase((fresh) => {
    let store: FreshStore;
    beforeEach(async () => {
      store = await fresh();
    });
    afterEach(() => store.close());
    const loose = async () => (await database()).looseObject.count();

    test('a large text lies in the bucket alone, a small one in the database, and both are read as they were', async () => {
      const { id } = await openCase({ ...large, documents: [...large.documents, ...someCase('small').documents.map((one) => ({ ...one, name: 'small.txt' }))] });
      expect(await s3.keys()).toEqual([expect.stringMatching(/^userns-doctor\/[\w-]{22}$/)]);
      expect((await s3.keys()).join()).not.toContain(id);
      expect(await loose()).toBe(0);
      const rows = await (await database()).storedDocument.findMany({ orderBy: { position: 'asc' } });
      expect(rows.map(({ objectBytes }) => objectBytes)).toEqual([large.documents[0]?.content.length, 0]);
      expect(rows.map(({ object, content }) => [object !== null, content.length < 200])).toEqual([[true, true], [false, true]]);
      expect((await readDocuments(id)).map(({ text }) => text)).toEqual([log, 'small']);
      expect((await readWhole(id, 1, 'run.log'))?.bytes.toString()).toBe(log);
      const [first] = await readContents(id, 1, 'run.log');
      expect(await findLines(first?.content ?? new Uint8Array(), 'LINE 59999 ')).toEqual({ lines: [60_000], more: false });
      const [whole] = await readWholeContents(id, 1);
      // Equality of so many elements is slow.
      expect(Buffer.from(whole?.content ?? []).equals(large.documents[0]?.content ?? Buffer.alloc(0))).toBe(true);
      await deleteCase(id);
    });

    test('the room that is left counts what lies in the bucket, until it is deleted', async () => {
      const objectBytes = large.documents[0]?.content.length ?? 0;
      const before = await filledBytes();
      const { id } = await openCase(large);
      const grown = (await filledBytes()) - before;
      // A row, its index of blocks and some pages of the database besides.
      expect(grown).toBeGreaterThanOrEqual(objectBytes);
      expect(grown).toBeLessThan(objectBytes + 64 * 1024);
      vi.stubEnv('MAX_TOTAL_BYTES', String(before + objectBytes));
      await expect(openCase(someCase())).rejects.toThrow(StorageFull);
      await deleteCase(id);
      await expect(openCase(someCase())).resolves.toBeDefined();
      vi.unstubAllEnvs();
    });

    test('a window is read by the blocks that hold it', async () => {
      const { id } = await openCase(large);
      expect(await readLines(id, 1, 'run.log', 30_000, 2)).toEqual({ text: log.split('\n').slice(30_000, 30_002).join('\n'), lines: 60_000 });
      const { documents: [page], unread } = await readPageDocuments(id, 1, () => [{ from: 1, to: 2 }, { from: 60_000, to: 60_000 }]);
      expect(unread).toEqual([]);
      expect(page?.source).toMatchObject({ lines: 60_000, bytes: log.length, stretches: [{ from: 1, lines: log.split('\n').slice(0, 2) }, { from: 60_000, lines: [log.split('\n')[59_999]] }] });
      await deleteCase(id);
    });

    test('an attempt has an object of its own; one that comes too late leaves none', async () => {
      const { id } = await openCase(large);
      const next = { number: 2, after: 'evidence', documents: large.documents, report: large.report } as const;
      expect([await addAttempt(id, next), await addAttempt(id, next)]).toEqual([true, false]);
      expect([(await s3.keys()).length, await loose()]).toEqual([2, 0]);
      await deleteCase(id);
      expect([await s3.keys(), await loose()]).toEqual([[], 0]);
    });

    test('a case that could not be stored leaves no object', async () => {
      const request = { client: '::1', key: 'k'.repeat(20), content: 'x' };
      const { id } = await openCase({ ...large, request });
      await expect(openCase({ ...large, request })).rejects.toThrow('came before');
      expect([(await s3.keys()).length, await loose()]).toEqual([1, 0]);
      await deleteCase(id);
    });

    test('while the storage is away nothing is stored, small cases are, and what is deleted is deleted later', async () => {
      const { id } = await openCase(large);
      process.env.S3_ENDPOINT = nowhere;
      await expect(openCase(large)).rejects.toThrow(StorageUnreachable);
      await expect(readDocuments(id)).rejects.toThrow(StorageUnreachable);
      expect(await readPageDocuments(id, 1, () => [])).toEqual({ documents: [], unread: [{ name: 'run.log', why: 'away' }] });
      const small = await openCase(someCase());
      expect(await (await database()).case.count()).toBe(2);
      await deleteCase(id);
      await expect(sweep(new Date())).rejects.toThrow(StorageUnreachable);
      expect([(await s3.keys()).length, await loose()]).toEqual([1, 2]);
      useStorage();
      await sweep(new Date());
      expect([await s3.keys(), await loose()]).toEqual([[], 1]);
      // The put that failed might have arrived: its key is swept when an upload can no longer be under way.
      await sweep(later());
      expect([await loose(), (await readDocuments(small.id)).length]).toEqual([0, 1]);
    });

    test('a process that dies between the put and the commit leaves no half case, and its object is swept', async () => {
      const { id } = await openCase(large);
      const client = await database();
      // As it stands at that moment: the object, its key, and no row.
      const [{ object } = { object: null }] = await client.storedDocument.findMany();
      await client.case.deleteMany({ where: { id } });
      await client.looseObject.create({ data: { key: object ?? '', until: new Date(Date.now() + 60_000) } });
      await sweep(new Date());
      expect((await s3.keys()).length).toBe(1);
      await sweep(later());
      expect([await s3.keys(), await loose()]).toEqual([[], 0]);
    });

    test('backup, restore and move say where the texts are, and move takes along what is to be deleted', async () => {
      const { id } = await openCase(large);
      const [file, target] = [path.join(store.folder, 'one.backup'), `file:${path.join(store.folder, 'target')}`];
      const source = process.env.DATABASE_URL ?? `file:${store.folder}`;
      expect(run('backup', file)).toContain('keys of 1 large documents');
      expect(run('restore', file)).toContain('1 large documents lie in the bucket');
      expect(run('move', '--from', source, '--to', target)).toMatch(/1 cases are equal by content, 0 differ\n1 documents lie in the bucket/);
      process.env.S3_ENDPOINT = nowhere;
      await deleteCase(id);
      expect(run('move', '--from', source, '--to', target)).toContain('0 differ');
      useStorage();
      await closeDatabase();
      delete process.env.DATABASE_URL;
      process.env.DATA_DIR = path.join(store.folder, 'target');
      expect([await loose(), (await s3.keys()).length]).toEqual([1, 1]);
      await sweep(new Date());
      expect(await loose()).toBe(0);
    });

    test('an upload that took longer than its grace stores nothing, and a key that a document holds is never swept', async () => {
      const { id } = await openCase(large);
      const client = await database();
      const [{ object } = { object: null }] = await client.storedDocument.findMany();
      await client.looseObject.create({ data: { key: object ?? '', until: new Date(0) } });
      await sweep(new Date());
      expect([(await s3.keys()).length, await loose()]).toEqual([1, 0]);
      expect((await readDocuments(id))[0]?.text).toBe(log);
      await client.storedDocument.updateMany({ data: { object: 'userns-doctor/none' } });
      await expect(readDocuments(id)).rejects.toThrow(ObjectGone);
      expect((await readPageDocuments(id, 1, () => [])).unread).toEqual([{ name: 'run.log', why: 'gone' }]);
      await client.storedDocument.updateMany({ data: { object } });
      await deleteCase(id);
    });
  });
});
