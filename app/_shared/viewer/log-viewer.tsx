'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { LogAnswer } from '../../../lib/browser/log-worker';
import { writeAddress, type Address } from '../../../lib/report/addresses';
import { foldedRows, lineOfNumber, rowOf, type Fold, type Rows } from '../../../lib/report/log-rows';
import { severities } from '../../../lib/report/severity';
import { useWords } from '../language';
import { lineId } from '../seen-in';
import { numberOf, orderOf, type ViewedLog } from './log-order';
import { LogRow } from './log-row';
import { LogTools } from './log-tools';
import type { ShownDocument, ShownEvidence } from './shown-document';
import { isTyping } from './is-typing';
import { linkTo, replaceHash } from './use-hash';
import { viewerWords } from './words';

/** What is marked and selected, and what links are written by. */
export interface Place {
  readonly shelf: readonly ShownDocument[];
  readonly evidence: readonly ShownEvidence[];
  readonly address: Address | undefined;
}

interface Props extends Place {
  readonly logs: readonly ViewedLog[];
  /** The severity of all lines and their order; undefined where it is not known. */
  readonly answer: LogAnswer | undefined;
  readonly search: {
    readonly typed: string;
    readonly type: (text: string) => void;
    /** What was looked for, and the lines (from 0) of each log that hold it. */
    readonly query: string;
    readonly found: readonly (readonly number[])[];
  };
  /** Is told which lines (from 0) are on the screen. */
  readonly look?: (lines: readonly number[]) => void;
  /** Another one where lines have come. */
  readonly version?: number;
  /** Stands between the tools and the lines. */
  readonly children?: ReactNode;
}

const lineHeight = 20;
/** Rows that are ready above and below those on the screen. */
const overscan = 6;
/** Marks of one piece of evidence end here; a stack trace is not all evidence. */
const mostMarked = 12;

/** Logs as a virtual list: folded around what was found, opened at the line that failed. */
export default function LogViewer({ logs, answer, search, look, version, shelf, evidence, address, children }: Props) {
  const word = useWords(viewerWords);
  const order = useMemo(() => orderOf(logs, answer?.merged), [logs, answer]);
  const [errorsOnly, setErrorsOnly] = useState(false);
  const [wrap, setWrap] = useState(true);
  const [readable, setReadable] = useState(true);
  const [opened, setOpened] = useState<readonly Fold[]>([]);
  const { typed, query, found } = search;
  const [hit, setHit] = useState(0);
  const searchField = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);

  const positionsOf = useCallback(
    (name: string, from: number, to: number) => {
      const log = logs.findIndex((one) => one.name === name);
      const [first, last] = [from, to].map((number) => lineOfNumber(number, logs[log]?.numbers));
      const lines = Array.from({ length: Math.max(0, Math.min((last ?? 0) - (first ?? 0) + 1, 10_000)) }, (_, index) => (first ?? 0) + index);
      return lines.flatMap((line) => order.positionOf(log, line) ?? []);
    },
    [logs, order],
  );
  const marked = useMemo(() => evidence.flatMap((one) => positionsOf(one.document, one.startLine, Math.min(one.endLine, one.startLine + mostMarked))), [evidence, positionsOf]);
  const selected = useMemo(() => (address?.lines ? positionsOf(address.document, address.lines.from, address.lines.to) : []), [address?.document, address?.lines?.from, address?.lines?.to, positionsOf]); // eslint-disable-line react-hooks/exhaustive-deps -- the address is read anew at each render
  const hits = useMemo(
    () => found.flatMap((lines, log) => lines.flatMap((line) => order.positionOf(log, line) ?? [])).toSorted((a, b) => a - b),
    [found, order],
  );
  const atHit = hits[hit % Math.max(1, hits.length)];
  const rows = useMemo((): Rows => {
    if (!errorsOnly || !answer) return foldedRows(order.count, marked.length === 0 ? [] : [...marked, ...selected.slice(0, 1), ...selected.slice(-1), ...(atHit === undefined ? [] : [atHit])], opened);
    const least = severities.indexOf('error');
    const keep = new Set(marked);
    const severe = Array.from({ length: order.count }, (_, position) => position).filter((position) => {
      const { log, line } = order.at(position);
      return (answer.severity[log]?.[line] ?? 0) >= least || keep.has(position);
    });
    return { rows: Int32Array.from(severe), folds: [] };
  }, [errorsOnly, answer, order, marked, selected, atHit, opened]);

  // The same function as long as the rows are the same: with another one all rows are placed anew.
  const getItemKey = useCallback((index: number) => rows.rows[index] ?? index, [rows]);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used in this component alone
  const list = useVirtualizer({ count: rows.rows.length, getScrollElement: () => scroller.current, estimateSize: () => lineHeight, overscan, getItemKey });
  const textAt = (position: number) => {
    const { log, line } = order.at(position);
    return logs[log]?.lineAt(line);
  };
  const target = selected[0] ?? marked[0];
  const show = (position: number | undefined) => {
    const row = position === undefined ? -1 : rowOf(rows, position);
    if (row >= 0) list.scrollToIndex(row, { align: 'center' });
  };
  // The list moves where the target or the rows are others, and not when a person scrolls.
  const isThere = (position: number | undefined) => position !== undefined && textAt(position) !== undefined;
  // A line that comes later than its row is as high as its text.
  useEffect(() => show(target), [target, errorsOnly, order, isThere(target)]); // eslint-disable-line react-hooks/exhaustive-deps
  useEffect(() => show(atHit), [atHit, query, isThere(atHit)]); // eslint-disable-line react-hooks/exhaustive-deps
  const items = list.getVirtualItems();
  const [top, bottom] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  useEffect(() => {
    look?.([...rows.rows.slice(top, bottom + 1)].flatMap((row) => (row < 0 ? [] : order.at(row).line)));
  }, [look, rows, order, top, bottom, version]);

  const merged = logs.length > 1;
  const addressOf = (log: number, line: number) => {
    const document = logs[log]?.name ?? '';
    const number = numberOf(logs[log], line);
    return merged ? `#${lineId(document, number)}` : writeAddress({ document, lines: { from: number, to: number } }, shelf);
  };
  const link = () => {
    if (address && !address.excerpt) return location.href;
    const at = order.at(selected[0] ?? atHit ?? marked[0] ?? 0);
    const from = numberOf(logs[at.log], at.line);
    return linkTo(writeAddress({ document: logs[at.log]?.name ?? '', lines: { from, to: selected.length > 1 && !merged ? from + selected.length - 1 : from } }, shelf));
  };
  const pickLine = (event: React.MouseEvent, log: number, line: number) => {
    const document = logs[log]?.name ?? '';
    if (!event.shiftKey || address?.document !== document || !address.lines) return;
    event.preventDefault();
    const number = numberOf(logs[log], line);
    replaceHash(writeAddress({ document, lines: { from: Math.min(address.lines.from, number), to: Math.max(address.lines.from, number) } }, shelf));
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === '/') searchField.current?.focus();
      else if (event.key === 'e' || event.key === 'E') setErrorsOnly((on) => !on);
      else if (event.key === 'w' || event.key === 'W') setWrap((on) => !on);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const isSelected = new Set(selected);
  const label = merged ? word('allLogs') : (logs[0]?.name ?? '');
  return (
    <>
      <LogTools
        name={label}
        query={typed}
        onQuery={(text) => {
          search.type(text);
          setHit(0);
        }}
        searchField={searchField}
        hits={{ at: hits.length === 0 ? 0 : (hit % hits.length) + 1, count: hits.length }}
        onHit={(by) => setHit((at) => (hits.length === 0 ? 0 : (at + by + hits.length) % hits.length))}
        toggles={[
          { label: word('errorsOnly'), key: 'E', on: errorsOnly, set: setErrorsOnly, disabled: !answer },
          { label: word('wrap'), key: 'W', on: wrap, set: setWrap },
          { label: word('readable'), on: readable, set: setReadable },
        ]}
        fold={rows.folds.length > 0 ? () => setOpened([{ from: 0, to: order.count }]) : opened.length > 0 ? () => setOpened([]) : undefined}
        folded={rows.folds.length > 0}
        link={link}
      />
      {children}
      {merged && answer && !answer.merged ? <p className="border-b border-line px-4 py-2 text-ink-2">{word('notMerged')}</p> : null}
      {rows.rows.length === 0 ? <p className="px-4 py-3 text-ink-2">{word('noErrors')}</p> : null}
      <div ref={scroller} className={`log-scroll ${wrap ? '' : 'log-unwrapped'}`} tabIndex={0} role="region" aria-label={word('textOf', { name: label })}>
        <div role="list" className="relative" style={{ height: list.getTotalSize() }}>
          {items.map((item) => {
            const row = rows.rows[item.index] ?? 0;
            const fold = row < 0 ? rows.folds[-1 - row] : undefined;
            const { log, line } = order.at(row);
            const of = logs[log];
            const number = numberOf(of, line);
            return (
              <div key={item.key} role="listitem" aria-setsize={rows.rows.length} aria-posinset={item.index + 1} data-index={item.index} ref={list.measureElement} className="log-item" style={{ transform: `translateY(${item.start}px)` }}>
                {fold ? (
                  <button type="button" className="log-fold" onClick={() => setOpened([...opened, fold])}>
                    {word('hidden', { count: fold.to - fold.from + 1 })}
                  </button>
                ) : of ? (
                  <LogRow
                    text={textAt(row)}
                    number={number}
                    href={addressOf(log, line)}
                    log={merged ? of.name : undefined}
                    evidence={evidence.filter((one) => one.document === of.name && one.startLine <= number && number <= Math.min(one.endLine, one.startLine + mostMarked))}
                    selected={isSelected.has(row)}
                    readable={readable}
                    query={query}
                    onNumber={(event) => pickLine(event, log, line)}
                  />
                ) : null}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
