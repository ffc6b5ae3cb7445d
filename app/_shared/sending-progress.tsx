import type { Sending } from './use-sending';
import { useWords } from './language';
import { shellWords } from './shell-words';

/** How far a large form is: bytes first, then what the server does with them. Nothing for what is sent in a moment. */
export function SendingProgress({ sending: { sent, stop } }: { sending: Sending }) {
  const word = useWords(shellWords);
  if (!sent || sent.size < leastSize) return null;
  const isSent = sent.sent >= sent.size;
  return (
    <div className="flex basis-full flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-2">
      <progress className="h-2 min-w-32 flex-1 accent-accent" aria-label={word('sendingProgress')} max={1} {...(isSent ? {} : { value: sent.sent / sent.size })} />
      <span role="status">{isSent ? word('workedOn') : word('sentOf', { sent: mebibytes(sent.sent), size: mebibytes(sent.size) })}</span>
      <button type="button" className="button" onClick={stop} disabled={isSent}>
        {word('stop')}
      </button>
    </div>
  );
}

/** Smaller forms are sent before a person can read how far they are; in bytes. */
const leastSize = 256 * 1024;

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
