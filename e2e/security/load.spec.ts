import { expect, test } from '@playwright/test';
import { startServer } from '../../scripts/server.mjs';
import { faultsIn, runLoad, withoutRates } from '../load/run-load';

test('twenty clients for eight seconds, a fifth hostile: nothing lost, no error of ours, health answers', async () => {
  const server = await startServer({ env: withoutRates });
  try {
    const figures = await runLoad(server.url, server.pid ?? 0, { clients: 20, seconds: 8, hostile: 0.2 });
    expect(figures.stored).toBeGreaterThan(0);
    // A machine that runs all the other tests at once is slower than the 200 ms of `npm run load`.
    expect(faultsIn(figures, 3000, 2560)).toEqual([]);
  } finally {
    await server.stop();
  }
});
