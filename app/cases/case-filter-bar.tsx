import { toggled } from '../../lib/browser/case-filter';
import { useWords } from '../_shared/language';
import { myCasesWords } from './words';

interface Props {
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly tags: readonly string[];
  readonly grouped: boolean;
  readonly onGrouped: (on: boolean) => void;
  readonly shown: number;
  readonly count: number;
}

/** The filter as text, and buttons that write it. */
export function CaseFilterBar({ filter, onFilter, tags, grouped, onGrouped, shown, count }: Props) {
  const word = useWords(myCasesWords);
  const words = filter.split(/\s+/);
  const button = (value: string, label: string) => (
    <button key={value} type="button" className="button viewer-toggle" aria-pressed={words.includes(value)} onClick={() => onFilter(toggled(filter, value))}>
      {label}
    </button>
  );
  return (
    <div role="search">
      <label htmlFor="filter" className="text-[13px] font-medium">
        {word('search')}
      </label>
      <input
        id="filter"
        type="search"
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
        aria-describedby="filter-hint"
        autoComplete="off"
        spellCheck={false}
        className="mt-1 block min-h-11 w-full rounded-md border border-line-strong bg-sheet px-3 font-mono text-[13px]"
      />
      <p id="filter-hint" className="mt-1 text-[12.5px] text-ink-3">
        {word('searchHint')}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {button('status:open', word('open'))}
        {button('status:solved', word('solved'))}
        {tags.map((tag) => button(`tag:${tag.toLowerCase()}`, word('tagged', { tag })))}
        <button type="button" className="button viewer-toggle" aria-pressed={grouped} onClick={() => onGrouped(!grouped)}>
          {word('grouped')}
        </button>
        <p role="status" className="ml-auto text-[13px] text-ink-2">
          {word('shown', { shown, count })}
        </p>
      </div>
    </div>
  );
}
