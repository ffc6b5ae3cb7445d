import type { Read } from './excerpt-worker';

/**
 * The lines of a large log that matter, read in a worker; undefined for what is no log. Calls `onRead` with how much was
 * read, in bytes. Throws where the file cannot be read, and where `signal` stops it.
 */
export function excerptFile(file: Blob, onRead: (bytes: number) => void, signal: AbortSignal): Promise<string | undefined> {
  const worker = new Worker(new URL('./excerpt-worker.ts', import.meta.url), { type: 'module' });
  const kept = new Promise<string | undefined>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Read>) => {
      if ('bytes' in data) onRead(data.bytes);
      else resolve('text' in data ? data.text : undefined);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    signal.addEventListener('abort', () => reject(new Error('stopped')));
    worker.postMessage(file);
  });
  return kept.finally(() => worker.terminate());
}
