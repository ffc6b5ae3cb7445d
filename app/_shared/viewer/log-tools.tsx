import type { RefObject } from 'react';
import { useWords } from '../language';
import { CopyLinkButton } from './copy-link-button';
import { viewerWords } from './words';

interface Toggle {
  readonly label: string;
  readonly key?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly set: (on: boolean) => void;
}

interface Props {
  readonly name: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly hits: { readonly at: number; readonly count: number };
  readonly onHit: (by: 1 | -1) => void;
  readonly toggles: readonly Toggle[];
  /** Opens all folds, or closes them; absent where nothing can be folded. */
  readonly fold: (() => void) | undefined;
  readonly folded: boolean;
  readonly link: () => string;
}

/** Search, filters and the link of a log. */
export function LogTools({ name, query, onQuery, searchField, hits, onHit, toggles, fold, folded, link }: Props) {
  const word = useWords(viewerWords);
  return (
    <div role="toolbar" aria-label={name} className="viewer-tools">
      <input
        ref={searchField}
        type="search"
        className="viewer-search"
        aria-label={word('searchIn', { name })}
        placeholder={`${word('search')}  /`}
        value={query}
        onChange={({ target }) => onQuery(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onHit(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <span role="status" className="min-w-16 text-[12.5px] text-ink-3">
        {query === '' ? '' : hits.count === 0 ? word('noHits') : word('hits', hits)}
      </span>
      {toggles.map(({ label, key, on, disabled, set }) => (
        <button key={label} type="button" className="button viewer-toggle" aria-pressed={on} aria-keyshortcuts={key} disabled={disabled} onClick={() => set(!on)}>
          {label}
        </button>
      ))}
      {fold ? (
        <button type="button" className="button" onClick={fold}>
          {folded ? word('unfoldAll') : word('foldAll')}
        </button>
      ) : null}
      <CopyLinkButton label={word('copyLink')} link={link} />
    </div>
  );
}
