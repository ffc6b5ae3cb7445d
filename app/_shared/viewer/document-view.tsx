'use client';

import { lazy, Suspense, useMemo } from 'react';
import type { Address } from '../../../lib/report/addresses';
import { useWords } from '../language';
import type { ShownDocument, ShownEvidence } from './shown-document';
import { useTexts } from './use-document';
import { viewerWords } from './words';

const ConfigViewer = lazy(() => import('./config-viewer'));
const LogViewer = lazy(() => import('./log-viewer'));

interface Props {
  readonly caseId: string;
  readonly attempt: number;
  /** One document; several logs are merged. */
  readonly documents: readonly ShownDocument[];
  readonly shelf: readonly ShownDocument[];
  readonly evidence: readonly ShownEvidence[];
  readonly address: Address | undefined;
}

/** Whole documents, fetched when they are opened. */
export default function DocumentView({ caseId, attempt, documents, shelf, evidence, address }: Props) {
  const word = useWords(viewerWords);
  const names = documents.map(({ name }) => name);
  const { fetched, again } = useTexts(caseId, attempt, names);
  const label = names.join(', ');
  const texts = useMemo(() => (fetched.state === 'read' ? fetched.texts.map((text, index) => ({ name: documents[index]?.name ?? '', text })) : []), [fetched, documents]);
  const here = useMemo(() => evidence.filter(({ document }) => documents.some(({ name }) => name === document)), [evidence, documents]);
  const reading = (
    <p role="status" className="px-4 py-3 text-ink-3">
      {word('loading', { name: label })}
    </p>
  );
  if (fetched.state === 'reading') return reading;
  if (fetched.state === 'failed') {
    return (
      <div role="alert" className="px-4 py-3 text-stop">
        <p>{word('notLoaded', { name: label, why: fetched.why })}</p>
        <button type="button" className="button mt-2" onClick={again}>
          {word('again')}
        </button>
      </div>
    );
  }
  const [only] = texts;
  return (
    <Suspense fallback={reading}>
      {documents.length === 1 && documents[0]?.form === 'cfg' && only ? (
        <ConfigViewer key={label} document={only} kind={documents[0].kind} shelf={shelf} evidence={here} address={address} />
      ) : (
        <LogViewer key={label} texts={texts} shelf={shelf} evidence={here} address={address} />
      )}
    </Suspense>
  );
}
