import Tinypool from 'tinypool';

/** A task took longer, or needed more memory, than it is given. The worker is gone, the next task gets a new one. */
export class TookTooMuch extends Error {}
/** As many tasks wait as may wait. */
export class QueueFull extends Error {}

export interface PoolLimits {
  /** Workers at most. */
  readonly threads: number;
  /** Tasks that may wait for a worker. */
  readonly waiting: number;
  /** What one task may take, from when it is given, in milliseconds. */
  readonly milliseconds: number;
  /** Heap of one worker, in MiB. */
  readonly heapMebibytes: number;
}

export interface Pool<Task, Answer> {
  /** Runs a task in a worker. Throws TookTooMuch or QueueFull. */
  run(task: Task): Promise<Answer>;
  close(): Promise<void>;
}

/** Worker threads with the limits given; `file` is an ES module whose default export does a task. */
export function openPool<Task, Answer>(file: string, { threads, waiting, milliseconds, heapMebibytes }: PoolLimits): Pool<Task, Answer> {
  const pool = new Tinypool({
    filename: file,
    minThreads: 1,
    maxThreads: threads,
    maxQueue: waiting,
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
  });
  return {
    async run(task) {
      try {
        return (await pool.run(task, { signal: AbortSignal.timeout(milliseconds) })) as Answer;
      } catch (error) {
        throw told(error);
      }
    },
    close: () => pool.destroy(),
  };
}

function told(error: unknown): unknown {
  const { name, code, message } = error as { name?: unknown; code?: unknown; message?: unknown };
  if (name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY') return new TookTooMuch('the task took more than it is given', { cause: error });
  if (typeof message === 'string' && /queue is at limit/i.test(message)) return new QueueFull('as many tasks wait as may', { cause: error });
  return error;
}
