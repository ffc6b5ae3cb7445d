'use client';

import { useState } from 'react';
import { choicesIn, leastHidden } from '../../lib/redaction/hide';
import type { NamedText } from '../../lib/redaction/redact';
import { useWords } from '../_shared/language';
import { reviewWords } from './words';

interface Props {
  /** What was selected in the lines. */
  readonly selected: string;
  readonly onSelected: (text: string) => void;
  readonly texts: readonly NamedText[];
  readonly hide: (choices: readonly string[]) => void;
}

/** Hides more than the rules do: what is selected in the lines or typed here, wherever it stands. */
export function HideMore({ selected, onSelected, texts, hide }: Props) {
  const reviewWord = useWords(reviewWords);
  const [problem, setProblem] = useState('');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const choices = choicesIn(selected);
    const found = choices.filter((choice) => texts.some(({ text }) => text.includes(choice)));
    if (choices.length === 0) setProblem(reviewWord('hideTooShort', { least: leastHidden }));
    else if (found.length === 0) setProblem(reviewWord('hideNowhere'));
    else {
      setProblem('');
      onSelected('');
      hide(found);
    }
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor="hide-more" className="mb-1 block text-[13px] text-ink-2">
        {reviewWord('hideLabel')}
      </label>
      <div className="flex gap-2">
        <input id="hide-more" className="viewer-search font-mono" autoComplete="off" spellCheck={false} value={selected.replace(/\s+/g, ' ')} onChange={(event) => onSelected(event.target.value)} />
        <button type="submit" className="button">
          {reviewWord('hide')}
        </button>
      </div>
      <p role="status" className="mt-1 min-h-[1.5em] text-[12.5px] text-warn">
        {problem}
      </p>
    </form>
  );
}
