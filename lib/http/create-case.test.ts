import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database } from '../cases/prisma-client';
import { onEachDatabase } from '../cases/testing/each-database';
import type { FreshStore } from '../cases/testing/fresh-store';
import { readCase } from '../cases/read-case';
import { createCase } from './create-case';
import { diagnosedToStore } from './diagnose-apart';
import { handed } from './testing/handed';
import { work } from './work';

// The pool needs the build; what a worker does is done here.
vi.mock('./diagnose-apart', () => ({ diagnosedToStore: vi.fn() }));

const line = 'runc run failed: user namespaces enabled, but no uid mappings found\n';
const received = (options: Record<string, string> = {}) => ({ files: [{ name: 'run.log', bytes: Buffer.from(line) }], options });
const request = (headers: Record<string, string> = {}) => new Request('http://x/api/cases', { method: 'POST', headers });

onEachDatabase((fresh) => {
  let store: FreshStore;
  beforeEach(async () => {
    store = await fresh();
  });
  afterEach(() => store.close());

  test('where masking fails nothing is stored', async () => {
    vi.mocked(diagnosedToStore).mockRejectedValue(new Error('masking failed'));
    await expect(createCase(request(), received())).rejects.toThrow('masking failed');
    expect(await (await database()).case.count()).toBe(0);
  });

  test('title and note are masked as everything else is', async () => {
    vi.mocked(diagnosedToStore).mockImplementation((task) => work({ ...task, received: handed(task.received), stored: true }));
    const { id } = await createCase(request(), received({ title: 'password=hunter2-canary', note: 'token: hunter3-canary' }));
    expect(JSON.stringify(await readCase(id))).not.toContain('-canary');
  });
});
