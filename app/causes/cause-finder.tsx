'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { CauseArea, CauseId } from '../../lib/diagnosis/cause-ids';

interface Listed {
  readonly id: CauseId;
  readonly area: CauseArea;
  readonly name: string;
  readonly words: string;
}

/** The causes by area, narrowed to those that hold every word typed. */
export function CauseFinder({ causes, areas }: { causes: readonly Listed[]; areas: readonly CauseArea[] }) {
  const [typed, setTyped] = useState('');
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = causes.filter(({ words }) => wanted.every((word) => words.includes(word)));
  return (
    <>
      <label className="block">
        <span className="text-[13px] font-medium">Find by name or by words of a message</span>
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="mt-1 block min-h-11 w-full rounded-md border border-line-strong bg-sheet px-3"
        />
      </label>
      <p role="status" className="mt-2 text-[12.5px] text-ink-3">
        {found.length} of {causes.length} causes
      </p>
      {areas.map((area) => {
        const here = found.filter((one) => one.area === area);
        if (here.length === 0) return null;
        return (
          <section key={area} className="mt-6" aria-labelledby={`area-${area}`}>
            <h2 id={`area-${area}`} className="section-title capitalize">
              {area}
            </h2>
            <ul className="mt-1 divide-y divide-line">
              {here.map(({ id, name }) => (
                <li key={id} className="py-2.5">
                  <Link href={`/causes/${id}`} className="touch block text-ink">
                    {name}
                    <code className="block text-ink-3">{id}</code>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
