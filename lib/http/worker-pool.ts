import type { MessagePort } from 'node:worker_threads';
import Tinypool from 'tinypool';

/** A task took longer, or needed more memory, than it is given. The worker is gone, the next task gets a new one. */
export class TookTooMuch extends Error {}
/** As many tasks wait as may wait, or this one waited as long as it may. */
export class QueueFull extends Error {}

export interface PoolLimits {
  /** Workers at most. */
  readonly threads: number;
  /** Tasks that may wait for a worker. */
  readonly waiting: number;
  /** How long one may wait, in milliseconds: nobody waits for an answer that comes too late. */
  readonly patience: number;
  /** What one task may take once a worker has it, in milliseconds. */
  readonly milliseconds: number;
  /** Heap of one worker, in MiB. */
  readonly heapMebibytes: number;
}

/** Of a task that is not as all others. */
export interface Special {
  /** Ends the task, in place of the time that a task may take. */
  readonly signal: AbortSignal;
  /** Goes over to the worker. */
  readonly port: MessagePort;
}

export interface Pool<Task, Answer> {
  /** Runs a task in a worker. Throws TookTooMuch or QueueFull. */
  run(task: Task, special?: Special): Promise<Answer>;
  close(): Promise<void>;
}

/** Worker threads with the limits given; `file` is an ES module whose default export does a task. */
export function openPool<Task, Answer>(file: string, { threads, waiting, patience, milliseconds, heapMebibytes }: PoolLimits): Pool<Task, Answer> {
  const pool = new Tinypool({ filename: file, minThreads: threads, maxThreads: threads, maxQueue: Infinity, resourceLimits: { maxOldGenerationSizeMb: heapMebibytes } });
  const turns = new Turns(threads, waiting, patience);
  return {
    async run(task, special) {
      const done = await turns.take();
      try {
        return (await pool.run(task, special ? { signal: special.signal, transferList: [special.port] } : { signal: AbortSignal.timeout(milliseconds) })) as Answer;
      } catch (error) {
        throw told(error);
      } finally {
        done();
      }
    },
    close: () => pool.destroy(),
  };
}

/**
 * Who comes first is served first. The pool's own queue is not used: it counts the time that a task waits as its own, and what
 * it refuses it forgets only half (tinypool 2.2: the signal of a refused task fails an assertion later).
 */
class Turns {
  readonly #queue: (() => void)[] = [];
  #free: number;

  constructor(
    threads: number,
    private readonly most: number,
    private readonly patience: number,
  ) {
    this.#free = threads;
  }

  /** Gives what is to be called when the turn is over. Throws QueueFull. */
  async take(): Promise<() => void> {
    if (this.#free > 0) this.#free--;
    else await this.#wait();
    return () => {
      const next = this.#queue.shift();
      if (next) next();
      else this.#free++;
    };
  }

  #wait(): Promise<void> {
    if (this.#queue.length >= this.most) throw new QueueFull('as many tasks wait as may');
    return new Promise((resolve, reject) => {
      const call = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(call), 1);
        reject(new QueueFull('the task waited as long as it may'));
      }, this.patience);
      this.#queue.push(call);
    });
  }
}

function told(error: unknown): unknown {
  const { name, code } = error as { name?: unknown; code?: unknown };
  return name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TookTooMuch('the task took more than it is given', { cause: error }) : error;
}
