'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { LineWindows } from '../../../lib/browser/line-windows';
import { useWords } from '../language';
import type { ViewedLog } from './log-order';
import LogViewer, { type Place } from './log-viewer';
import type { ShownDocument } from './shown-document';
import { findIn, readLinesOf } from './use-document';
import { viewerWords } from './words';

interface Props extends Place {
  readonly document: ShownDocument;
  /** Where its text is. */
  readonly source: string;
  /** Fetches all of it. */
  readonly whole: () => void;
}

/** Who types a word is asked for once it pauses, in milliseconds. */
const pause = 300;

/** A large log: the lines that are looked at are fetched, and the server searches it. */
export default function LargeLog({ document, source, whole, ...place }: Props) {
  const word = useWords(viewerWords);
  const windows = useMemo(() => new LineWindows(readLinesOf(source)), [source]);
  const version = useSyncExternalStore(windows.subscribe, windows.version, windows.version);
  const logs = useMemo((): ViewedLog[] => [{ name: document.name, count: document.lines, numbers: undefined, lineAt: (line) => windows.lineAt(line) }], [document, windows]);
  const [typed, setTyped] = useState('');
  const { query, lines, more, problem } = useFound(source, typed);
  const size = ((document.large ?? 0) / 1024 / 1024).toFixed(1);
  const found = useMemo(() => [lines.map((line) => line - 1)], [lines]);
  return (
    <LogViewer logs={logs} answer={undefined} version={version} look={(seen) => windows.look(seen)} search={{ typed, type: setTyped, query, found }} {...place}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 text-[12.5px] text-ink-2">
        {word('inWindows')}
        <button type="button" className="button" onClick={whole}>
          {word('loadWhole', { size })}
        </button>
        {more ? <span role="status">{word('moreHits', { count: lines.length })}</span> : null}
      </p>
      {(windows.problem ?? problem) ? (
        <p role="alert" className="border-b border-line px-4 py-1.5 text-stop">
          {word('linesNotLoaded', { why: windows.problem ?? problem ?? '' })}{' '}
          {windows.problem ? (
            <button type="button" className="button" onClick={() => windows.again()}>
              {word('again')}
            </button>
          ) : null}
        </p>
      ) : null}
    </LogViewer>
  );
}

interface Found {
  /** What was asked for. */
  readonly query: string;
  readonly lines: readonly number[];
  readonly more: boolean;
  readonly problem?: string;
}
const nothing: Found = { query: '', lines: [], more: false };

/** The lines of a document that hold what is typed, as the server finds them. */
function useFound(source: string, typed: string): Found {
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    if (typed === '') return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      findIn(source, typed, stop.signal).then(
        ({ lines, more }) => setFound({ query: typed, lines, more }),
        (error: unknown) => stop.signal.aborted || setFound({ ...nothing, query: typed, problem: error instanceof Error ? error.message : String(error) }),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [source, typed]);
  return typed === '' ? nothing : found;
}
