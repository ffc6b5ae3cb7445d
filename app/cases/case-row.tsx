'use client';

import Link from 'next/link';
import { useState } from 'react';
import { readTags, type MyCase } from '../../lib/browser/case-list';
import { changeCase, forgetCase } from '../../lib/browser/my-cases';
import { useWords } from '../_shared/language';
import { tellStatus } from './tell-status';
import { myCasesWords } from './words';

interface Props {
  readonly one: MyCase;
  readonly picked: boolean;
  readonly onPick: () => void;
  /** For what the person should know of a change. */
  readonly say: (text: string) => void;
}

/** A case of the list: what it was, how it stands, its tags, and whether it is to be compared. */
export function CaseRow({ one, picked, onPick, say }: Props) {
  const word = useWords(myCasesWords);
  const { id, createdAt, expiresAt, status, tags, cause } = one;
  // An imported list may have cases without a title.
  const title = one.title || id;
  const [typed, setTyped] = useState<string>();
  const solved = status === 'solved';
  const change = async () => {
    const next = solved ? 'open' : 'solved';
    changeCase(id, { status: next });
    const why = await tellStatus(one, next);
    say(why === undefined ? '' : word('notTold', { why }));
  };
  const keepTags = () => {
    if (typed !== undefined) changeCase(id, { tags: readTags(typed) });
    setTyped(undefined);
  };
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-2 py-2.5">
      <input type="checkbox" checked={picked} onChange={onPick} aria-label={word('pick', { title })} className="mt-1 size-4 accent-accent" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Link href={`/cases/${id}`} prefetch={false} className="min-w-0 flex-1 basis-60 font-medium text-ink">
            {title}
          </Link>
          <span className={`tag ${solved ? 'bg-good-soft text-good' : 'bg-warn-soft text-warn'}`}>{word(solved ? 'solved' : 'open')}</span>
          <time className="shrink-0 text-[12.5px] text-ink-3" dateTime={createdAt}>
            {createdAt.slice(0, 10)}
          </time>
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[12.5px] text-ink-3">
          {cause === undefined ? null : (
            <Link href={`/causes/${cause}`} prefetch={false}>
              <code className="text-[12px]">{cause}</code>
            </Link>
          )}
          {expiresAt === undefined ? null : <span>{isPast(expiresAt) ? word('past') : word('until', { day: expiresAt.slice(0, 10) })}</span>}
          <input
            value={typed ?? tags.map((tag) => `#${tag}`).join(' ')}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={keepTags}
            onKeyDown={(event) => event.key === 'Enter' && keepTags()}
            placeholder={word('tags')}
            aria-label={word('tagsOf', { title })}
            autoComplete="off"
            spellCheck={false}
            className="touch min-h-7 w-36 rounded border border-line bg-sheet px-2 text-ink-2 placeholder:text-ink-3"
          />
          <span className="ml-auto flex gap-2">
            <button type="button" className="button" aria-label={word(solved ? 'reopenOf' : 'markSolvedOf', { title })} onClick={() => void change()}>
              {word(solved ? 'reopen' : 'markSolved')}
            </button>
            <button type="button" className="button" aria-label={word('forgetOf', { title })} onClick={() => forgetCase(id)}>
              {word('forget')}
            </button>
          </span>
        </div>
      </div>
    </li>
  );
}

function isPast(moment: string): boolean {
  return Date.parse(moment) <= Date.now();
}
