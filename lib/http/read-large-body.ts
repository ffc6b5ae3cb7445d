import type { MessagePort } from 'node:worker_threads';
import { readLimits } from '../intake/limits';
import type { PassedFile, SentFile } from '../intake/read-evidence';
import type { Marks } from '../redaction/masking';
import type { FromWorker, ToWorker } from './large-body';
import { Problem } from './problem';
import { readPart } from './read-parts';

/** In a worker: reads a large body as it comes, and says how far. Throws a Problem. */
export async function readLargeBody(port: MessagePort, stored: boolean, marks: Marks) {
  const next = messagesOf(port);
  const files: (SentFile | PassedFile)[] = [];
  const whole = { left: readLimits().wholeBytes };
  let read = 0;
  for (let message = await next(); ; ) {
    if ('failed' in message) throw new Problem(message.failed.status, message.failed.says, message.failed.headers);
    if ('options' in message) return { files, options: message.options };
    if ('piece' in message) throw new TypeError('a piece of no file');
    const pieces = async function* () {
      for (message = await next(); 'piece' in message; message = await next()) {
        yield message.piece;
        read += message.piece.length;
        port.postMessage({ read } satisfies FromWorker);
      }
    };
    files.push(await readPart({ name: message.file, pieces: pieces() }, { stored, marks, whole }));
  }
}

/** What comes through a port, one after another. */
function messagesOf(port: MessagePort): () => Promise<ToWorker> {
  const queue: ToWorker[] = [];
  let take: ((message: ToWorker) => void) | undefined;
  port.on('message', (message: ToWorker) => {
    if (!take) queue.push(message);
    take?.(message);
    take = undefined;
  });
  return () => {
    const first = queue.shift();
    return first ? Promise.resolve(first) : new Promise((resolve) => (take = resolve));
  };
}
