import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPool, QueueFull, TookTooMuch } from './worker-pool';

const folder = mkdtempSync(path.join(tmpdir(), 'pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Answers, never ends, or takes all memory, as it is told. */
const file = path.join(folder, 'worker.mjs');
writeFileSync(
  file,
  `export default async (task) => {
  if (task === 'spin') for (;;);
  if (task === 'grow') { const held = []; for (;;) held.push(Array.from({ length: 1e5 }, (_, at) => ({ at }))); }
  if (task === 'wait') await new Promise((done) => setTimeout(done, 300));
  if (task === 'fail') throw new TypeError('a defect');
  return \`did \${task}\`;
};\n`,
);
const limits = { threads: 1, waiting: 2, patience: 3000, milliseconds: 3000, heapMebibytes: 64 };

test('a task that never ends is ended, and the next one gets another worker', async () => {
  const pool = openPool<string, string>(file, { ...limits, milliseconds: 500 });
  await expect(pool.run('spin')).rejects.toBeInstanceOf(TookTooMuch);
  expect(await pool.run('x')).toBe('did x');
  await pool.close();
});

test('a task that takes all memory ends alone', async () => {
  const pool = openPool<string, string>(file, { ...limits, milliseconds: 30_000 });
  await expect(pool.run('grow')).rejects.toBeInstanceOf(TookTooMuch);
  expect(await pool.run('x')).toBe('did x');
  await pool.close();
});

test('more than may wait are refused at once, and those that wait are done', async () => {
  const pool = openPool<string, string>(file, limits);
  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => pool.run('wait')));
  const refused = asked.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(QueueFull);
  expect(asked.filter((one) => one.status === 'fulfilled').length).toBeGreaterThanOrEqual(2);
  await pool.close();
});

test('what waits too long is refused, and the next one has its turn', async () => {
  const pool = openPool<string, string>(file, { ...limits, waiting: 9, patience: 100 });
  const asked = await Promise.allSettled(Array.from({ length: 3 }, () => pool.run('wait')));
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  for (const one of asked) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(QueueFull);
  expect(await pool.run('x')).toBe('did x');
  await pool.close();
});

test('a defect of a task is no limit', async () => {
  const pool = openPool<string, string>(file, limits);
  await expect(pool.run('fail')).rejects.toThrow('a defect');
  await pool.close();
});
