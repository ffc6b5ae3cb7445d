import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { readLimits } from '../intake/limits';
import { Problem } from './problem';
import { says } from './problem-words';

/** What goes to the worker that reads a large body. */
export type ToWorker =
  | { readonly file: string | undefined }
  | { readonly piece: Uint8Array }
  | { readonly options: Readonly<Record<string, unknown>> }
  | { readonly failed: Pick<Problem, 'status' | 'says' | 'headers'> };

/** How many bytes the worker has read. */
export interface FromWorker {
  readonly read: number;
}

/** So much may be under way to the worker, in bytes; then the sender of the body waits. */
const window = 4 * 1024 * 1024;
/** A sender that is slower than this holds the worker for nothing: bytes in a second, after as many seconds. */
const slowest = { bytesPerSecond: 32 * 1024, after: 10 };

/** A body that goes to a worker as it comes. */
export class LargeBody {
  /** For the worker. */
  readonly port: MessagePort;
  readonly #port: MessagePort;
  readonly #stop = new AbortController();
  readonly #began = Date.now();
  #sent = 0;
  #read = 0;
  #progress: NodeJS.Timeout | undefined;
  #goOn: (() => void) | undefined;
  readonly names: (string | undefined)[] = [];

  constructor() {
    const { port1, port2 } = new MessageChannel();
    [this.#port, this.port] = [port1, port2];
    this.#port.on('message', ({ read }: FromWorker) => {
      this.#read = read;
      this.#watch();
      if (this.#sent - this.#read <= window) this.#goOn?.();
    });
    this.#port.unref();
    this.signal.addEventListener('abort', () => this.#goOn?.(), { once: true });
  }

  /** Aborts where the worker makes no progress for as long as a diagnosis may take. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  file(name: string | undefined): void {
    this.names.push(name);
    this.#post({ file: name });
  }

  /** Resolves when more may come. Throws a Problem where the sender is too slow, or the worker is gone. */
  async piece(bytes: Uint8Array): Promise<void> {
    if (this.signal.aborted) throw new Problem(503, says('unfinished'), { 'Retry-After': '30' });
    const seconds = (Date.now() - this.#began) / 1000;
    if (seconds > slowest.after && this.#sent / seconds < slowest.bytesPerSecond) throw new Problem(408, says('tooSlow'));
    const own = new Uint8Array(bytes);
    this.#sent += own.length;
    this.#post({ piece: own }, [own.buffer]);
    if (this.#sent - this.#read > window && !this.signal.aborted) await new Promise<void>((resolve) => (this.#goOn = resolve));
  }

  end(options: Readonly<Record<string, unknown>>): void {
    this.#post({ options });
  }

  /** What went wrong on the way is the answer. */
  fail({ status, says: text, headers }: Problem): void {
    this.#post({ failed: { status, says: text, headers } });
  }

  /** To be called when the worker has answered. */
  close(): void {
    clearTimeout(this.#progress);
    this.#port.close();
    this.#stop.abort();
  }

  #post(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    this.#watch();
    this.#port.postMessage(message, transfer);
  }

  #watch(): void {
    clearTimeout(this.#progress);
    this.#progress = setTimeout(() => this.#stop.abort(), readLimits().diagnosisSeconds * 1000).unref();
  }
}
