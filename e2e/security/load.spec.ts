import { expect, test } from '@playwright/test';
import { startServer } from '../../scripts/server.mjs';
import { faultsIn, runLoad, withoutRates } from '../load/run-load';

test('twenty clients for twenty seconds, a fifth hostile: nothing lost, no error of ours, health answers', async () => {
  const server = await startServer({ env: withoutRates });
  try {
    const figures = await runLoad(server.url, server.pid ?? 0, { clients: 20, seconds: 20, hostile: 0.2 });
    expect(figures.stored).toBeGreaterThan(0);
    // That health answers within 200 ms is for `npm run load`: here all the other tests run beside it.
    expect(faultsIn(figures, 10_000, 2560)).toEqual([]);
  } finally {
    await server.stop();
  }
});
