import { erase } from './erase';
import { database, forgetErased } from './prisma-client';
import { guarded } from './storage-error';

/** Cases that are erased in one transaction: writers wait no longer than for these. */
const batch = 50;

/** Erases every case that has expired, in batches; gives how many. Two that run at once do no harm. */
export async function sweep(now: Date): Promise<number> {
  let erased = 0;
  await guarded(async () => {
    const client = await database();
    for (;;) {
      const expired = await client.case.findMany({ where: { expiresAt: { lte: now }, deletedAt: null }, select: { id: true }, take: batch });
      if (expired.length === 0) break;
      await erase(expired.map(({ id }) => id));
      erased += expired.length;
    }
    // Also what a deletion had to leave while somebody read.
    await forgetErased();
  });
  return erased;
}

const hour = 60 * 60 * 1000;

/** Sweeps now and every hour for as long as the process runs. What fails is told and tried again an hour later. */
export function sweepHourly(): void {
  const run = () => {
    sweep(new Date()).then(
      (erased) => {
        if (erased > 0) console.info(JSON.stringify({ level: 'info', swept: erased }));
      },
      (error: unknown) => console.error(JSON.stringify({ level: 'error', sweep: error instanceof Error ? error.name : 'failed' })),
    );
  };
  run();
  setInterval(run, hour).unref();
}

/** Is there a case that should have been erased three sweeps ago? */
export async function isSweepOverdue(now: Date): Promise<boolean> {
  const client = await database();
  return (await client.case.count({ where: { expiresAt: { lte: new Date(now.getTime() - 3 * hour) }, deletedAt: null }, take: 1 })) > 0;
}
