import type { Example } from '../lib/examples';
import { useLanguage, useWords } from './_shared/language';
import { MyCasesList } from './_shared/my-cases-list';
import { landingWords } from './words';

/** Real failures that run in one click, the cases of this device, and what is kept. */
export function Examples({ examples, run }: { examples: readonly Example[]; run: (example: Example) => void }) {
  const word = useWords(landingWords);
  const titles: Readonly<Record<string, string>> = landingWords[useLanguage()];
  return (
    <div className="mt-14 grid gap-x-8 gap-y-10 border-t border-line pt-7 md:grid-cols-3">
      <section aria-labelledby="examples">
        <h2 id="examples" className="section-title mb-2">
          {word('tryFailure')}
        </h2>
        <ul className="divide-y divide-line">
          {examples.map((example) => (
            <li key={example.id}>
              <button type="button" className="touch flex w-full cursor-pointer items-baseline gap-3 py-2 text-left hover:text-accent" onClick={() => run(example)}>
                <span className="flex-1">{titles[`example-${example.id}`] ?? example.title}</span>
                <span className="shrink-0 text-[12.5px] text-ink-3">{example.runtime}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="mine">
        <h2 id="mine" className="section-title mb-2">
          {word('yourCases')}
        </h2>
        <MyCasesList most={3} />
      </section>
      <section aria-labelledby="kept">
        <h2 id="kept" className="section-title mb-2">
          {word('kept')}
        </h2>
        <ul className="space-y-2 text-ink-2">
          <li>{word('keptNothing')}</li>
          <li>{word('keptCase')}</li>
          <li>{word('keptLink')}</li>
        </ul>
      </section>
    </div>
  );
}
