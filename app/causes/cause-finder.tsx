'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { CauseId } from '../../lib/diagnosis/cause-ids';
import type { Step } from '../../lib/diagnosis/steps';
import type { Found } from '../../lib/report/find-causes';
import { useWords } from '../_shared/language';
import { FoundCauses } from './found-causes';
import { useFoundCauses } from './use-found-causes';
import { referenceWords } from './words';

export interface Listed {
  readonly id: CauseId;
  readonly step: Step;
  readonly name: string;
}

interface Props {
  readonly causes: readonly Listed[];
  readonly steps: readonly { readonly id: Step; readonly name: string }[];
}

/** The causes by step; a pasted line gives those that it may be, in order, and words narrow the list. `?q=` begins with a text. */
export function CauseFinder(props: Props) {
  const query = useSearchParams().get('q') ?? '';
  return <Finder key={query} begun={query} {...props} />;
}

function Finder({ begun, causes, steps }: Props & { begun: string }) {
  const say = useWords(referenceWords);
  const [typed, setTyped] = useState(begun);
  const { found, working } = useFoundCauses(typed);
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const named = causes.filter(({ id, name }) => wanted.every((word) => `${id} ${name}`.toLowerCase().includes(word)));
  // Nothing has such a name: whether it is a line is known once it was looked up.
  const reading = working || (named.length === 0 && found === undefined);
  const known = found !== undefined && found.kind !== 'unknown';
  return (
    <>
      <label className="block">
        <span className="text-[13px] font-medium">{say('find')}</span>
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          spellCheck={false}
          autoComplete="off"
          className="mt-1 block min-h-11 w-full rounded-md border border-line-strong bg-sheet px-3 font-mono text-[13px] [&::-webkit-search-cancel-button]:ml-2"
        />
      </label>
      <p role="status" className="mt-2 min-h-5 text-[13px] text-ink-2">
        {reading ? say('reading') : statusOf(say, found, named.length, causes.length)}
      </p>
      {known ? <FoundCauses found={found} typed={typed} causes={causes} /> : <CauseList causes={named} steps={steps} />}
    </>
  );
}

type Say = ReturnType<typeof useWords<(typeof referenceWords)['en']>>;

function statusOf(say: Say, found: Found | undefined, named: number, all: number): string {
  const says = found && 'says' in found ? (found.says ?? '') : '';
  switch (found?.kind) {
    case 'failure': {
      const left = found.causes.filter(({ standing }) => standing !== 'refuted').length;
      return left === 1 ? say('failureOne', { says }) : say('failureMany', { says, count: left });
    }
    case 'unrelated':
      return say('unrelated', { says });
    case 'harmless':
      return say('harmless');
    case 'passed':
      return say('passed', { says });
    default:
      return found && named === 0 ? say('noName') : say('named', { named, all });
  }
}

/** The causes below the steps at which they strike. */
export function CauseList({ causes, steps }: Props) {
  return steps.map((step) => {
    const mine = causes.filter((one) => one.step === step.id);
    if (mine.length === 0) return null;
    return (
      <section key={step.id} className="mt-8" aria-labelledby={`step-${step.id}`}>
        <h2 id={`step-${step.id}`} className="section-title flex items-baseline gap-2">
          {step.name} <span className="text-[12.5px] font-normal text-ink-3">{mine.length}</span>
        </h2>
        <ul className="mt-1 divide-y divide-line border-y border-line">
          {mine.map((cause) => (
            <li key={cause.id}>
              <Link href={`/causes/${cause.id}`} prefetch={false} className="touch flex flex-col gap-x-6 py-2 text-ink hover:text-accent sm:flex-row sm:items-baseline">
                <span className="flex-1">{cause.name}</span>
                <code className="shrink-0 text-ink-3 sm:w-[38ch]">{cause.id}</code>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
