import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteCase } from './manage-case';
import { openCase } from './open-case';
import { database, filledBytes } from './prisma-client';
import { readCase } from './read-case';
import { readDocuments } from './read-documents';
import { rotateLink } from './rotate-link';
import { onEachDatabase } from './testing/each-database';
import { someCase, type FreshStore } from './testing/fresh-store';

const root = path.resolve(import.meta.dirname, '../..');

/** The same two commands whatever the database is. */
function run(script: 'backup' | 'restore', file: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, `scripts/${script}.mjs`), file], { cwd: root, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

onEachDatabase((fresh, kind) => {
  let store: FreshStore;
  let outside: string;
  let file: string;
  beforeEach(async () => {
    store = await fresh();
    outside = mkdtempSync(path.join(tmpdir(), 'userns-doctor-'));
    file = path.join(outside, 'one.backup');
  });
  afterEach(async () => {
    await store.close();
    rmSync(outside, { recursive: true, force: true });
  });

  test('what was lost comes back whole; what was deleted or renewed since stays gone, what is new stays', async () => {
    const [lost, deleted, renewed] = [await openCase(someCase('lost\n')), await openCase({ ...someCase(), title: 'Deleted-Canary' }), await openCase(someCase())];
    expect(run('backup', file)).toMatchObject({ status: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(run('backup', file)).toMatchObject({ status: 1, said: expect.stringContaining('is there already') as string });
    const client = await database();
    const filled = await filledBytes();
    await client.case.delete({ where: { id: lost.id } });
    await deleteCase(deleted.id);
    await rotateLink(renewed.id);
    const later = await openCase(someCase());
    expect(run('restore', file)).toEqual({ status: 0, said: expect.stringMatching(/^1 cases came back/) as string });
    expect(await readCase(lost.id)).toMatchObject({ title: 'web', attempts: [{ number: 1 }] });
    expect(await readDocuments(lost.id)).toMatchObject([{ text: 'lost\n' }]);
    expect([await readCase(deleted.id), await readCase(renewed.id)]).toEqual(['gone', 'gone']);
    expect(await readCase(later.id)).toMatchObject({ title: 'web' });
    // What came back counts as what is stored does; a file counts by pages.
    if (kind === 'PostgreSQL') expect(Math.abs((await filledBytes()) - filled)).toBeLessThan(1024);
    expect((await store.contents()).includes('Deleted-Canary')).toBe(false);
  });

  test('what is no backup is not restored, and nothing changes', async () => {
    const { id } = await openCase(someCase());
    writeFileSync(file, kind === 'PostgreSQL' ? 'PGDMP and nothing of it' : 'no database at all, but long enough to be read as one\n'.repeat(40));
    expect(run('restore', file)).toMatchObject({ status: 1, said: expect.stringMatching(/^Not restored: /) as string });
    expect(run('restore', path.join(outside, 'missing'))).toMatchObject({ status: 1, said: expect.stringContaining('is not there') as string });
    expect(await readCase(id)).toMatchObject({ title: 'web' });
  });
});
