import type { Given } from '../../lib/browser/read-files';
import { sizeOf, type SendLimits, type Sendable } from '../../lib/browser/sendable';
import { refusalIn } from '../../lib/report/refusals';
import { encryptedWords } from '../_shared/encrypted-words';
import { useLanguage, useWords } from '../_shared/language';
import { reviewWords } from './words';

interface Props {
  readonly given: readonly Given[];
  readonly sendable: Sendable;
  readonly limits: SendLimits;
  readonly keptFor: string;
  readonly encrypted: boolean;
}

/** What is sent and what is not, held against the limits, and how long it is kept. */
export function SendingNotes({ given, sendable, limits, keptFor, encrypted }: Props) {
  const reviewWord = useWords(reviewWords);
  const encryptedWord = useWords(encryptedWords);
  const language = useLanguage();
  const count = sendable.files.length;
  const [size, limit] = [printBytes(sizeOf(sendable)), printBytes(limits.uploadBytes)];
  return (
    <ul className="min-w-0 flex-1 basis-80 space-y-0.5 text-[12.5px] text-ink-2">
      <li>{count === 1 ? reviewWord('sentOne', { size, limit }) : reviewWord('sent', { count, size, limit })}</li>
      {count > limits.documents ? <li className="text-stop">{reviewWord('tooMany', { limit: limits.documents })}</li> : null}
      {sizeOf(sendable) > limits.uploadBytes ? <li className="text-stop">{reviewWord('tooLarge', { size, limit })}</li> : null}
      {given.map(({ key, name, text, refused }) =>
        refused === undefined && text !== undefined ? null : (
          <li key={key} className="text-warn">
            {refused === undefined ? encrypted ? encryptedWord('archiveHere', { name }) : reviewWord('archive', { name }) : reviewWord('notSent', { name, why: refusalIn(language, refused) })}
          </li>
        ),
      )}
      <li>{reviewWord('kept', { time: keptFor })}</li>
    </ul>
  );
}

/** A size for people, in bytes, KiB or MiB. */
function printBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KiB'] : [bytes / 1024 / 1024, 'MiB'];
  return `${size.toFixed(1).replace(/\.0$/, '')} ${unit}`;
}
