import { Excerpt } from '../excerpt/excerpt';
import { isLog } from '../excerpt/line-rule';

/** How far a file was read, in bytes; then what was kept of it, or that it is no log. */
export type Read = { readonly bytes: number } | { readonly text: string } | { readonly noLog: true };

/** Bytes that are read at a time. */
const slice = 4 * 1024 * 1024;

// A file of any size goes through here slice by slice, and never stands in the memory whole.
addEventListener('message', ({ data }: MessageEvent<Blob>) => void read(data));

async function read(file: Blob): Promise<void> {
  const say = (answer: Read) => postMessage(answer);
  const excerpt = new Excerpt();
  for (let from = 0; from < file.size; from += slice) {
    const bytes = new Uint8Array(await file.slice(from, from + slice).arrayBuffer());
    if (from === 0 && !isLog(bytes.subarray(0, 64 * 1024))) {
      say({ noLog: true });
      return;
    }
    excerpt.add(bytes);
    say({ bytes: from + bytes.length });
  }
  say({ text: excerpt.end().text });
}
