import { availableParallelism } from 'node:os';
import path from 'node:path';
import { unfinishedReport } from '../diagnosis/unfinished-report';
import { readLimits } from '../intake/limits';
import type { Taken } from '../intake/read-evidence';
import type { Diagnosed } from './diagnose-evidence';
import type { Task } from './diagnose-worker';
import { Problem } from './problem';
import { says } from './problem-words';
import { openPool, QueueFull, TookTooMuch, type Pool } from './worker-pool';

// One pool a process: modules of a server may be loaded more than once.
const held = globalThis as unknown as { diagnosisPool?: Pool<Task, Diagnosed> };

function pool(): Pool<Task, Diagnosed> {
  const { waiting, diagnosisSeconds } = readLimits();
  held.diagnosisPool ??= openPool(path.join(/* turbopackIgnore: true */ process.cwd(), '.next/workers/diagnose.mjs'), {
    threads: Math.max(1, Math.min(4, availableParallelism())),
    waiting,
    milliseconds: diagnosisSeconds * 1000,
    heapMebibytes: 768,
  });
  return held.diagnosisPool;
}

/** Masks and diagnoses in a worker, so that the server answers others meanwhile. Throws a Problem where too many wait. */
export async function diagnoseApart(documents: readonly Taken[], stored = false): Promise<Diagnosed | 'unfinished'> {
  try {
    return await pool().run({ documents, stored });
  } catch (error) {
    if (error instanceof TookTooMuch) return 'unfinished';
    if (error instanceof QueueFull) throw new Problem(503, says('queueFull'), { 'Retry-After': '5' });
    throw error;
  }
}

/** The same for what is to be stored: what was not masked to its end is refused. Throws a Problem. */
export async function diagnosedToStore(documents: readonly Taken[]): Promise<Diagnosed> {
  const diagnosed = await diagnoseApart(documents, true);
  if (diagnosed === 'unfinished') throw new Problem(503, says('unfinished'), { 'Retry-After': '30' });
  return diagnosed;
}

/** The Report on evidence that took too long to check: `unknown`, and says so. Nothing of it was masked, so it is not stored. */
export function reportUnfinished(documents: readonly Taken[]) {
  return unfinishedReport(
    documents.map(({ name, bytes, ...rest }) => ({ name, kind: 'refused' in rest ? 'refused' : 'text', bytes, lines: 0, ...('refused' in rest ? { refused: rest.refused } : {}) })),
    readLimits().diagnosisSeconds,
  );
}
