import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { Problem } from './problem';
import { work, type Diagnosed, type Task } from './work';

/** A problem does not pass from one thread to another as one. */
export type Outcome = { readonly done: Diagnosed } | { readonly problem: Pick<Problem, 'status' | 'says' | 'headers'> };

// Where the processors are busy, the thread that answers requests goes first. On Linux each thread has a priority of its own (setpriority(2)).
if (process.platform === 'linux') setPriority(Number(path.basename(readlinkSync('/proc/thread-self'))), 5);

/** What a worker does: the entry of the bundle that scripts/prepare.mjs makes. */
export default async function answer(task: Task): Promise<Outcome> {
  try {
    return { done: await work(task) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, says, headers } = error;
    return { problem: { status, says, headers } };
  }
}
