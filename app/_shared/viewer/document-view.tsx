'use client';

import { lazy, Suspense, useMemo, useState } from 'react';
import type { Address } from '../../../lib/report/addresses';
import { useWords } from '../language';
import type { ShownDocument, ShownEvidence } from './shown-document';
import { documentAddress } from './document-address';
import { useTexts } from './use-document';
import { viewerWords } from './words';

const ConfigViewer = lazy(() => import('./config-viewer'));
const LargeLog = lazy(() => import('./large-log'));
const WholeLogs = lazy(() => import('./whole-logs'));

interface Props {
  readonly caseId: string;
  readonly attempt: number;
  /** One document; several logs are merged. */
  readonly documents: readonly ShownDocument[];
  readonly shelf: readonly ShownDocument[];
  readonly evidence: readonly ShownEvidence[];
  readonly address: Address | undefined;
}

/** Documents, fetched when they are opened: a large log by the lines that are looked at, unless all of it is asked for. */
export default function DocumentView(props: Props) {
  const { caseId, attempt, documents, shelf, evidence, address } = props;
  const word = useWords(viewerWords);
  const label = documents.map(({ name }) => name).join(', ');
  const [asked, setAsked] = useState('');
  const large = documents.filter((one) => one.large !== undefined);
  const [only] = documents;
  const here = useMemo(() => evidence.filter(({ document }) => document === only?.name), [evidence, only]);
  if (large.length === 0 || !only || asked === label) return <WholeDocuments {...props} />;
  const whole = () => setAsked(label);
  if (documents.length === 1) {
    return (
      <Suspense fallback={<Reading label={label} />}>
        <LargeLog key={label} document={only} source={documentAddress(caseId, attempt, only.name)} whole={whole} shelf={shelf} evidence={here} address={address} />
      </Suspense>
    );
  }
  return (
    <div className="px-4 py-3 text-ink-2">
      <p>{word('mergeNeedsWhole', { name: large.map(({ name }) => name).join(', ') })}</p>
      <button type="button" className="button mt-2" onClick={whole}>
        {word('loadWhole', { size: (large.reduce((sum, one) => sum + (one.large ?? 0), 0) / 1024 / 1024).toFixed(1) })}
      </button>
    </div>
  );
}

function Reading({ label }: { label: string }) {
  const word = useWords(viewerWords);
  return (
    <p role="status" className="px-4 py-3 text-ink-3">
      {word('loading', { name: label })}
    </p>
  );
}

function WholeDocuments({ caseId, attempt, documents, shelf, evidence, address }: Props) {
  const word = useWords(viewerWords);
  const names = documents.map(({ name }) => name);
  const { fetched, again } = useTexts(caseId, attempt, names);
  const label = names.join(', ');
  const texts = useMemo(() => (fetched.state === 'read' ? fetched.texts.map((text, index) => ({ name: documents[index]?.name ?? '', text })) : []), [fetched, documents]);
  const here = useMemo(() => evidence.filter(({ document }) => documents.some(({ name }) => name === document)), [evidence, documents]);
  if (fetched.state === 'reading') return <Reading label={label} />;
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
    <Suspense fallback={<Reading label={label} />}>
      {documents.length === 1 && documents[0]?.form === 'cfg' && only ? (
        <ConfigViewer key={label} document={only} kind={documents[0].kind} shelf={shelf} evidence={here} address={address} />
      ) : (
        <WholeLogs key={label} texts={texts} shelf={shelf} evidence={here} address={address} />
      )}
    </Suspense>
  );
}
