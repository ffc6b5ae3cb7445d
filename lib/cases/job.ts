import { randomBytes } from 'node:crypto';
import { database } from './prisma-client';

/** So long, in milliseconds, nobody hears of a process before another one takes its job over. */
const patience = 60_000;

/** This process, among all that share the database. */
const holder = randomBytes(8).toString('hex');

/**
 * Does a job where it is due and nobody else does it: of all processes that share the database one, every `every`
 * milliseconds. `work` is given a function that keeps the job, to be called more often than once a minute; where that
 * gives false, another one has it. Gives whether the job was done. The clocks of the processes may differ by some seconds.
 */
export async function doInTurn(name: string, every: number, work: (keep: () => Promise<boolean>) => Promise<void>): Promise<boolean> {
  const began = Date.now();
  if (!(await begin(name, began))) return false;
  const { job } = await database();
  const keepUntil = async (until: number) => (await job.updateMany({ where: { name, holder }, data: { until: new Date(until) } })).count === 1;
  try {
    await work(() => keepUntil(Date.now() + patience));
  } catch (error) {
    // It may be tried again at once, here or elsewhere.
    await keepUntil(Date.now());
    throw error;
  }
  return keepUntil(Math.max(began + every, Date.now()));
}

async function begin(name: string, now: number): Promise<boolean> {
  const { job } = await database();
  const until = new Date(now + patience);
  // One statement that reads and writes: of two that are due, one finds it taken.
  const taken = await job.updateMany({ where: { name, until: { lte: new Date(now) } }, data: { holder, until, runs: { increment: 1 } } });
  if (taken.count === 1) return true;
  if (await job.findUnique({ where: { name } })) return false;
  return job.create({ data: { name, holder, until, runs: 1 } }).then(() => true, () => false);
}
