'use client';

import Link from 'next/link';
import { useMemo, useState } from 'react';
import type { CauseArea, CauseId } from '../../lib/diagnosis/cause-ids';
import { useDiagnosis } from '../use-diagnosis';

interface Listed {
  readonly id: CauseId;
  readonly area: CauseArea;
  readonly name: string;
}

/** The causes by area, narrowed to those that hold every word typed; for a pasted line, the causes that it may be, in order. */
export function CauseFinder({ causes, areas }: { causes: readonly Listed[]; areas: readonly CauseArea[] }) {
  const [typed, setTyped] = useState('');
  const { answer, working } = useDiagnosis(useMemo(() => [{ name: 'pasted.txt', text: typed }], [typed]));
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const named = causes.filter(({ id, name }) => wanted.every((word) => `${id} ${name}`.toLowerCase().includes(word)));
  const findings = answer?.report.findings.map(({ cause }) => cause) ?? [];
  const likely = findings.flatMap((id) => causes.find((one) => one.id === id) ?? []);
  const status = likely.length > 0 ? `${likely.length} ${likely.length === 1 ? 'cause' : 'causes'} for this line` : `${named.length} of ${causes.length} causes`;
  return (
    <>
      <label className="block">
        <span className="text-[13px] font-medium">Find by name, or paste a line of the error</span>
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="mt-1 block min-h-11 w-full rounded-md border border-line-strong bg-sheet px-3"
        />
      </label>
      <p role="status" className="mt-2 text-[12.5px] text-ink-3">
        {working ? 'Reading the line …' : status}
      </p>
      {likely.length > 0 ? <Causes heading="For this line, the likeliest first" id="likely" causes={likely} /> : null}
      {likely.length === 0 || wanted.length < 3
        ? areas.map((area) => <Causes key={area} heading={area} id={`area-${area}`} causes={named.filter((one) => one.area === area)} />)
        : null}
    </>
  );
}

function Causes({ heading, id, causes }: { heading: string; id: string; causes: readonly Listed[] }) {
  if (causes.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby={id}>
      <h2 id={id} className="section-title first-letter:uppercase">
        {heading}
      </h2>
      <ul className="mt-1 divide-y divide-line">
        {causes.map((cause) => (
          <li key={cause.id} className="py-2.5">
            <Link href={`/causes/${cause.id}`} className="touch block text-ink">
              {cause.name}
              <code className="block text-ink-3">{cause.id}</code>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
