import { fromEnvironment } from '../environment';
import { log } from '../log.mjs';
import { erase } from './erase';
import { doInTurn } from './job';
import { sweepObjects } from './loose-objects';
import { database, forgetErased } from './prisma-client';
import { guarded } from './storage-error';

/** Cases that are erased in one transaction: writers wait no longer than for these. */
const batch = 50;

/**
 * Erases every case that has expired, in batches, counters that nobody asks for any more, and objects
 * that no document holds; gives how many cases. `keep`
 * is called before each batch, and ends it by false.
 */
export async function sweep(now: Date, keep: () => Promise<boolean> = () => Promise.resolve(true)): Promise<number> {
  let erased = 0;
  await guarded(async () => {
    const client = await database();
    await client.rateCounter.deleteMany({ where: { expire: { lte: now } } });
    while (await keep()) {
      const expired = await client.case.findMany({ where: { expiresAt: { lte: now }, deletedAt: null }, select: { id: true }, orderBy: { expiresAt: 'asc' }, take: batch });
      if (expired.length === 0) break;
      erased += (await erase(expired.map(({ id }) => id))).count;
    }
    // Also what a deletion had to leave while somebody read.
    await forgetErased();
    // The last: where their storage is away, all else is done.
    await sweepObjects(now, keep);
  });
  return erased;
}

/** How often expired cases are erased, in milliseconds: SWEEP_SECONDS, an hour by default. */
function period(): number {
  return fromEnvironment('SWEEP_SECONDS', 3600) * 1000;
}

/** Sweeps where it is due and no other process does it; gives how many cases were erased, `undefined` where it did not sweep. */
export async function sweepInTurn(): Promise<number | undefined> {
  let erased = 0;
  const done = await doInTurn('sweep', period(), async (keep) => {
    erased = await sweep(new Date(), keep);
  });
  return done ? erased : undefined;
}

/** Sweeps whenever it is due for as long as the process runs. What fails is told and tried again a minute later. */
export function sweepRegularly(): void {
  const run = () => {
    sweepInTurn().then(
      (erased) => {
        if (erased) log.info({ erased }, 'swept');
      },
      (error: unknown) => log.error({ error: error instanceof Error ? error.name : typeof error }, 'sweep failed'),
    );
  };
  run();
  setInterval(run, Math.min(period(), 60_000)).unref();
}

/** Is there a case that should have been erased three sweeps ago? */
export async function isSweepOverdue(now: Date): Promise<boolean> {
  const client = await database();
  return (await client.case.count({ where: { expiresAt: { lte: new Date(now.getTime() - 3 * period()) }, deletedAt: null }, take: 1 })) > 0;
}
