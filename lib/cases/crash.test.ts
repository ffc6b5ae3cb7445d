import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backup } from '../../scripts/backup.mjs';
import { migrate } from '../../scripts/migrate.mjs';
import { restore } from '../../scripts/restore.mjs';
import { deleteCase } from './manage-case';
import { openCase } from './open-case';
import { closeDatabase, database } from './prisma-client';
import { readCase } from './read-case';
import { rotateLink } from './rotate-link';
import { StorageFull } from './storage-error';
import { crash } from './testing/crash';
import { freshStore, someCase } from './testing/fresh-store';

const migrations = path.resolve(import.meta.dirname, '../../prisma/sqlite/migrations');
let store: Awaited<ReturnType<typeof freshStore>>;
let outside: string;
beforeEach(async () => {
  store = await freshStore();
  outside = mkdtempSync(path.join(tmpdir(), 'userns-doctor-'));
});
afterEach(async () => {
  await store.close();
  rmSync(outside, { recursive: true, force: true });
});

test('ten processes killed in the middle of their work leave whole cases, and all that they told', async () => {
  const { kills, cases, faults } = await crash(10, 7, migrate);
  expect(faults).toEqual([]);
  expect(Object.values(kills).reduce((sum, count) => sum + count, 0)).toBe(10);
  expect(cases, 'what was told before a kill is what may be lost').toBeGreaterThan(0);
}, 180_000);

test('a backup made while cases are stored is whole, is for its owner alone, and comes back into an empty folder', async () => {
  const before = await Promise.all([openCase(someCase()), openCase(someCase('another\n'))]);
  const file = path.join(outside, 'one.backup');
  const [, ...during] = await Promise.all([backup(store.folder, file), ...Array.from({ length: 10 }, () => openCase(someCase()))]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(backup(store.folder, file)).rejects.toThrow(/there already/);
  await closeDatabase();
  process.env.DATA_DIR = path.join(outside, 'empty');
  expect((await restore(`file:${process.env.DATA_DIR}`, file)).cases).toBeGreaterThanOrEqual(2);
  for (const { id } of before) expect(await readCase(id)).toMatchObject({ title: 'web', attempts: [{ number: 1 }] });
  expect(during).toHaveLength(10);
});

test('restoring beside a server that works brings back what is missing; what was deleted or renewed stays gone, what is new stays', async () => {
  const [lost, deleted, renewed] = await Promise.all([openCase(someCase('lost\n')), openCase({ ...someCase(), title: 'Deleted-Canary' }), openCase(someCase())]);
  const file = path.join(outside, 'one.backup');
  await backup(store.folder, file);
  await (await database()).case.delete({ where: { id: lost.id } });
  await deleteCase(deleted.id);
  await rotateLink(renewed.id);
  const later = await openCase(someCase());
  expect(await restore(`file:${store.folder}`, file)).toEqual({ cases: 1, objects: 0 });
  expect(await readCase(lost.id)).toMatchObject({ title: 'web', attempts: [{ number: 1 }] });
  expect([await readCase(deleted.id), await readCase(renewed.id)]).toEqual(['gone', 'gone']);
  expect(await readCase(later.id)).toMatchObject({ title: 'web' });
  expect(readdirSync(store.folder).some((name) => readFileSync(path.join(store.folder, name)).includes('Deleted-Canary'))).toBe(false);
});

test('a backup holds nothing of what was deleted before', async () => {
  const { id } = await openCase({ ...someCase(), title: 'Deleted-Before-Canary' });
  await deleteCase(id);
  await backup(store.folder, path.join(outside, 'one.backup'));
  expect(readFileSync(path.join(outside, 'one.backup')).includes('Deleted-Before-Canary')).toBe(false);
});

test('what is no backup is not restored, and nothing changes', async () => {
  const { id } = await openCase(someCase());
  writeFileSync(path.join(outside, 'text'), 'no database at all, but long enough to be read as one\n'.repeat(40));
  await expect(restore(`file:${store.folder}`, path.join(outside, 'text'))).rejects.toThrow();
  await expect(restore(`file:${store.folder}`, path.join(outside, 'missing'))).rejects.toThrow(/is not there/);
  expect(await readCase(id)).toMatchObject({ title: 'web' });
});

test('an older program refuses a database of a newer one, in words', async () => {
  const [first = ''] = readdirSync(migrations).sort();
  mkdirSync(path.join(outside, 'old', first), { recursive: true });
  copyFileSync(path.join(migrations, first, 'migration.sql'), path.join(outside, 'old', first, 'migration.sql'));
  await expect(migrate(store.folder, path.join(outside, 'old'))).rejects.toThrow(/written by a newer version, which has the migration \d{14}_\w+/);
});

const isRoot = process.getuid?.() === 0;
/** Only root may mount a file system of a mebibyte; elsewhere "no room" of open-case.test.ts stands for it. */
const mounts = isRoot && spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=1m none "$d" && umount "$d" && rmdir "$d"']).status === 0;

test.skipIf(!mounts && !(isRoot && process.env.CI))('a disk that fills up: what does not fit is refused whole, the rest is read, and the file is sound', async () => {
  await closeDatabase();
  const disk = path.join(outside, 'disk');
  mkdirSync(disk);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'none', disk]).status).toBe(0);
  try {
    await migrate(disk, migrations);
    process.env.DATA_DIR = disk;
    const stored: string[] = [];
    const noise = () => someCase(Array.from({ length: 20_000 }, () => Math.random().toString(36)).join('\n'));
    let refused: unknown;
    for (let tries = 0; tries < 60 && refused === undefined; tries++) await openCase(noise()).then(({ id }) => stored.push(id), (error: unknown) => (refused = error));
    expect(refused).toBeInstanceOf(StorageFull);
    expect(stored.length).toBeGreaterThan(0);
    for (const id of stored) expect(await readCase(id)).toMatchObject({ attempts: [{ number: 1 }] });
    const [check] = await (await database()).$queryRawUnsafe<{ integrity_check: string }[]>('PRAGMA integrity_check');
    expect(check?.integrity_check).toBe('ok');
    expect(await (await database()).case.count()).toBe(stored.length);
  } finally {
    await closeDatabase();
    expect(existsSync(disk)).toBe(true);
    // A connection may still close its files.
    spawnSync('umount', ['-l', disk]);
  }
});
