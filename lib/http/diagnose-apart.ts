import { availableParallelism } from 'node:os';
import path from 'node:path';
import { unfinishedReport } from '../diagnosis/unfinished-report';
import { readLimits } from '../intake/limits';
import { displayName } from '../intake/names';
import type { Outcome } from './diagnose-worker';
import type { LargeBody } from './large-body';
import { maskedText } from './masked-text';
import { countDiagnosis } from './metrics';
import { Problem } from './problem';
import { says } from './problem-words';
import type { Form } from './read-received';
import type { Received } from './receive';
import type { Diagnosed, Task as HandedTask } from './work';
import { openPool, QueueFull, TookTooMuch, type Pool } from './worker-pool';

/** What is to be done with a request. */
export type Task<Of extends Form> = Omit<HandedTask<Of>, 'received'> & { readonly received: Received };

// One pool a process: modules of a server may be loaded more than once.
const held = globalThis as unknown as { diagnosisPool?: Pool<HandedTask, Outcome>; largeBodies?: number };
// Two at least, so that a large body that comes slowly does not hold the only one.
const threads = Math.max(2, Math.min(4, availableParallelism()));

function pool(): Pool<HandedTask, Outcome> {
  const { waiting, diagnosisSeconds } = readLimits();
  held.diagnosisPool ??= openPool(path.join(/* turbopackIgnore: true */ process.cwd(), '.next/workers/diagnose.mjs'), {
    threads,
    waiting,
    patience: 15_000,
    milliseconds: diagnosisSeconds * 1000,
    heapMebibytes: 768,
  });
  return held.diagnosisPool;
}

/** Reads, masks and diagnoses in a worker, so that the server answers others meanwhile. Throws a Problem, also where too many wait. */
export async function diagnoseApart<Of extends Form>(task: Task<Of>): Promise<Diagnosed<Of> | 'unfinished'> {
  const began = performance.now();
  try {
    const { received, ...rest } = task;
    const outcome = 'large' in received ? await runLarge(received.large, rest) : await pool().run({ ...rest, received });
    if ('done' in outcome) {
      countDiagnosis(outcome.done.report.verdict, performance.now() - began);
      return outcome.done as Diagnosed<Of>;
    }
    throw new Problem(outcome.problem.status, outcome.problem.says, outcome.problem.headers);
  } catch (error) {
    if (error instanceof TookTooMuch) {
      countDiagnosis('unfinished', performance.now() - began);
      return 'unfinished';
    }
    if (error instanceof QueueFull) throw new Problem(503, says('queueFull'), { 'Retry-After': '5' });
    throw error;
  }
}

/** A large body holds its worker while it comes: one worker is left for all others. */
async function runLarge<Of extends Form>(large: LargeBody, task: Omit<HandedTask<Of>, 'received'>): Promise<Outcome> {
  const others = held.largeBodies ?? 0;
  if (others >= threads - 1) throw new QueueFull('as many large bodies are read as may');
  held.largeBodies = others + 1;
  try {
    return await pool().run({ ...task, received: { port: large.port } }, large);
  } finally {
    held.largeBodies -= 1;
  }
}

/** The same for what is to be stored: what was not masked to its end is refused. Throws a Problem. */
export async function diagnosedToStore<Of extends Form>(task: Omit<Task<Of>, 'stored'>): Promise<Diagnosed<Of>> {
  const diagnosed = await diagnoseApart({ ...task, stored: true });
  if (diagnosed === 'unfinished') throw new Problem(503, says('unfinished'), { 'Retry-After': '30' });
  return diagnosed;
}

/** The Report on evidence that took too long to check: `unknown`, and says so. Nothing of it was masked, so it is not stored. */
export function reportUnfinished(received: Received) {
  const files = 'files' in received ? received.files : 'json' in received ? [{ name: undefined, bytes: received.json }] : received.large.names.map((name) => ({ name, bytes: [] }));
  return unfinishedReport(
    files.map(({ name, bytes }) => ({ name: maskedText(displayName(name)), kind: 'text', bytes: bytes.length, lines: 0 })),
    readLimits().diagnosisSeconds,
  );
}
