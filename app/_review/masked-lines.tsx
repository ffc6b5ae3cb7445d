'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { NamedText } from '../../lib/redaction/redact';
import { lineAt, lineStartsOf } from '../../lib/report/log-rows';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { reviewWords } from './words';

/** What of one line is shown; a longer one is cut around its first mark. */
const mostCharacters = 2000;

interface Props {
  readonly document: NamedText;
  /** The line to bring to the middle, from 1. */
  readonly line: number;
  /** Told the text that was selected. */
  readonly onSelect: (text: string) => void;
}

/** The lines of one document as they will be sent, with the marks told apart; text in them can be selected. */
export function MaskedLines({ document, line, onSelect }: Props) {
  const reviewWord = useWords(reviewWords);
  const scroller = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => lineStartsOf(document.text), [document.text]);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used in this component alone
  const list = useVirtualizer({ count: starts.length, getScrollElement: () => scroller.current, estimateSize: () => 20, overscan: 10 });
  useEffect(() => list.scrollToIndex(line - 1, { align: line === 1 ? 'start' : 'center' }), [line, document.name]); // eslint-disable-line react-hooks/exhaustive-deps -- it moves where the place is another one
  const selected = () => {
    const text = getSelection()?.toString() ?? '';
    if (text.trim() !== '') onSelect(text);
  };
  return (
    <div ref={scroller} className="log-scroll min-h-40 bg-sheet" tabIndex={0} role="region" aria-label={reviewWord('preview')} onMouseUp={selected} onKeyUp={selected}>
      <div role="list" className="relative" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map((item) => (
          <div key={item.key} role="listitem" data-index={item.index} ref={list.measureElement} className="log-item" style={{ transform: `translateY(${item.start}px)` }}>
            <MaskedLine number={item.index + 1} text={lineAt(document.text, starts, item.index)} chosen={item.index === line - 1} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** A line is shown as the chosen one for what is hidden in it. */
function MaskedLine({ number, text, chosen }: { number: number; text: string; chosen: boolean }) {
  return (
    <div className={`source-line ${chosen && text.includes('⟦') ? 'source-line-selected' : ''}`}>
      <span className="pr-3.5 text-right text-ink-3 select-none">{number}</span>
      <code>
        <MaskedText text={text} />
      </code>
    </div>
  );
}

function MaskedText({ text }: { text: string }) {
  const from = Math.max(0, text.indexOf('⟦') - mostCharacters / 2);
  const shown = text.length > mostCharacters ? text.slice(from, from + mostCharacters) : text;
  return (
    <>
      {shown !== text && from > 0 ? '… ' : ''}
      {shown.split(/(⟦\w{1,16}#\d{1,9}⟧)/).map((piece, index) =>
        index % 2 === 1 ? (
          <span key={index} className="mask">
            {piece}
          </span>
        ) : (
          <EvidenceText key={index} text={piece} />
        ),
      )}
      {shown !== text && from + mostCharacters < text.length ? ' …' : ''}
    </>
  );
}
