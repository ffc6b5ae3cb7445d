import { useEffect, useRef } from 'react';
import { useWords } from './_shared/language';
import { lifetimes } from './_shared/lifetimes';
import { landingWords } from './words';

interface Props {
  readonly take: (files: Iterable<File>) => Promise<void>;
  readonly lifetime: number;
  readonly onLifetime: (seconds: number) => void;
  /** How many values are hidden. */
  readonly hidden: number;
  /** Undefined where there is nothing to look through. */
  readonly review: (() => void) | undefined;
  readonly online: boolean;
}

/** Below the box: more files, how long it is kept, what is hidden, and on to saving. */
export function BoxFooter({ take, lifetime, onLifetime, hidden, review, online }: Props) {
  const landingWord = useWords(landingWords);
  const picker = useRef<HTMLInputElement>(null);
  // Emptied as it is read: files that were picked as the script began would be taken once by the effect and once more by their event.
  const takePicked = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) void take(files);
  };
  const latest = useRef(takePicked);
  // Files that were picked before the script of the page ran.
  useEffect(() => {
    if (picker.current) latest.current(picker.current);
  }, []);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-sunk px-4 py-3">
      <label className="button">
        {landingWord('addFiles')}
        <input ref={picker} type="file" name="files" multiple className="sr-only" onChange={(event) => takePicked(event.target)} />
      </label>
      <label className="flex items-center gap-2 text-[13px] text-ink-2">
        {landingWord('keepFor')}
        <select name="expiresIn" value={lifetime} onChange={(event) => onLifetime(Number(event.target.value))} className="touch min-h-8 rounded-md border border-line-strong bg-sheet px-2">
          {lifetimes.map(({ seconds, word }) => (
            <option key={seconds} value={seconds}>
              {landingWord(word)}
            </option>
          ))}
        </select>
      </label>
      <span className="flex items-center gap-2 text-[13px] text-ink-2">
        <span role="status">{hidden === 0 ? '' : hidden === 1 ? landingWord('hiddenOne') : landingWord('hiddenMany', { count: hidden })}</span>
        {review ? (
          <button type="button" className="touch cursor-pointer text-accent underline underline-offset-3" onClick={review}>
            {landingWord('review')}
          </button>
        ) : null}
      </span>
      <button type="submit" className="button button-primary ml-auto" disabled={!online}>
        {landingWord('save')}
      </button>
    </div>
  );
}
