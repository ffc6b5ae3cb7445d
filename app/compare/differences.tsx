'use client';

import type { Compared } from '../../lib/report/compare/compare-evidence';
import { Commands } from '../_shared/commands';
import { useWords } from '../_shared/language';
import { ComparedTable } from './compared-table';
import { OwnLinesView } from './own-lines-view';
import { useComparison, type SideToRead } from './use-comparison';
import { compareWords } from './words';

/** Read-only, and the same on both hosts: what the documents of a case seldom hold. */
const hostLooks = ['uname -r', 'sysctl user.max_user_namespaces kernel.unprivileged_userns_clone kernel.apparmor_restrict_unprivileged_userns', 'findmnt -T /var/lib'];

/** What differs between two attempts, first what the diagnosis rests on; what is known of one side only is a question. */
export function Differences({ a, b, pages }: { a: SideToRead; b: SideToRead; pages: { readonly a: string; readonly b: string } }) {
  const word = useWords(compareWords);
  const { compared, again } = useComparison(a, b);
  if (compared.state === 'reading') return <p role="status" className="mt-8 min-h-96 text-ink-3">{word('reading')}</p>;
  if (compared.state === 'failed') {
    return (
      <div role="alert" className="mt-8 min-h-96 text-stop">
        <p>{word('failed', { why: compared.why })}</p>
        <button type="button" className="button mt-2" onClick={again}>
          {word('again')}
        </button>
      </div>
    );
  }
  const { comparison, lines } = compared.answer;
  const decisive = comparison.different.filter(({ decides }) => decides.length > 0);
  const further = comparison.different.filter(({ decides }) => decides.length === 0);
  const part = (title: string, rows: readonly Compared[]) =>
    rows.length === 0 ? null : (
      <div className="mt-8">
        <h2 className="section-title mb-2">{title}</h2>
        <ComparedTable rows={rows} caption={title} pages={pages} />
      </div>
    );
  const fold = (title: string, note: string, rows: readonly Compared[]) =>
    rows.length === 0 ? null : (
      <details className="border-b border-line">
        <summary className="touch flex items-center gap-2 py-2.5">
          <span className="section-title">{title}</span>
          <span className="ml-auto text-ink-3">{rows.length}</span>
        </summary>
        {note === '' ? null : <p className="mb-2 text-ink-2">{note}</p>}
        <ComparedTable rows={rows} caption={title} pages={pages} />
      </details>
    );
  return (
    <>
      {comparison.different.length === 0 ? (
        <section className="mt-8" aria-label={word('differs')}>
          <p className="text-[16px]">{word('nothing', { count: comparison.same.length })}</p>
          <p className="mt-2 mb-2 text-ink-2">{a.id === b.id && a.attempt === b.attempt ? word('sameCase') : word('lookAtHost')}</p>
          {a.id === b.id && a.attempt === b.attempt ? null : <Commands commands={hostLooks} label={word('copy')} />}
        </section>
      ) : null}
      {part(word('decisive'), decisive)}
      {part(word('further'), further)}
      {lines.a.count + lines.b.count === 0 ? null : (
        <section aria-label={word('logs')} className="mt-8">
          <h2 className="section-title">{word('logs')}</h2>
          <p className="mb-2 text-ink-2">{word('logsNote')}</p>
          <div className="grid gap-6 lg:grid-cols-2">
            <OwnLinesView side="a" lines={lines.a} page={pages.a} />
            <OwnLinesView side="b" lines={lines.b} page={pages.b} />
          </div>
        </section>
      )}
      <div className="mt-8 border-t border-line">
        {fold(word('oneSided'), word('oneSidedNote'), comparison.oneSided)}
        {fold(word('same'), '', comparison.same)}
      </div>
    </>
  );
}
