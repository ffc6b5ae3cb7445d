'use client';

import { useEffect, useState } from 'react';
import { fallOf } from '../../../lib/diagnosis/pictures/falls';
import type { DrawnExtent } from '../../../lib/diagnosis/pictures/picture';
import { numberAt, pointAt, usePointedId } from './pointed-id';
import { useWords } from '../language';
import { pictureWords, type Say } from './words';

/** Numbers in these are IDs or may be; line numbers and buttons are none. */
const holding = 'code, pre, .cm-line, .annotation, .picture text, .picture td';

/** A field that tells where an ID falls; the same for each number that is pointed at, or stands at the cursor. */
export function IdProbe({ maps }: { maps: readonly { readonly title: string; readonly extents: readonly DrawnExtent[] }[] }) {
  const say = useWords(pictureWords);
  const [typed, setTyped] = useState('');
  const pointed = usePointedId();
  usePointing();
  const answers = pointed === undefined ? [] : maps.map(({ title, extents }) => ({ title, answer: tell(extents, pointed.id, say) }));
  return (
    <div className="mt-3 print:hidden">
      <label className="flex flex-wrap items-center gap-2 text-[13px] text-ink-2">
        {say('whereFalls')}
        <input
          className="viewer-search max-w-36 flex-none"
          inputMode="numeric"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            const id = numberAt(target.value.trim(), 0);
            pointAt(id === undefined ? undefined : { id, x: 0, y: 0, quiet: true });
          }}
        />
      </label>
      <p role="status" className="mt-1 min-h-10 text-[13px] text-ink-3">
        {answers.length === 0 ? say('probeHint') : answers.map(({ title, answer }) => `${pointed?.id} (${title.toLowerCase()}). ${answer}`).join(' ')}
      </p>
      {pointed && !pointed.quiet ? (
        <div aria-hidden="true" className="id-tip" style={{ left: Math.max(8, Math.min(pointed.x, innerWidth - 330)), top: pointed.y + 18 }}>
          {answers.map(({ title, answer }) => (
            <div key={title}>
              <strong className="font-semibold">{pointed.id}</strong> {answers.length > 1 ? `${title}. ` : ''}
              {answer}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Where a number falls, read as an ID of either side. */
function tell(extents: readonly DrawnExtent[], id: number, say: Say): string {
  const one = (side: 'container' | 'host') => {
    const fall = fallOf(extents, side, id);
    return fall.kind === 'inside' ? say('is', { side: say(side === 'container' ? 'host' : 'container'), other: fall.other }) : say(fall.kind);
  };
  return say('probeAnswer', { container: one('container'), host: one('host') });
}

function usePointing(): void {
  useEffect(() => {
    const onMove = ({ target, clientX, clientY }: PointerEvent) => {
      const id = target instanceof Element && target.closest(holding) ? numberUnder(clientX, clientY) : undefined;
      pointAt(id === undefined ? undefined : { id, x: clientX, y: clientY });
    };
    const onSelect = () => {
      const { focusNode, focusOffset } = getSelection() ?? {};
      if (!(focusNode instanceof Text) || !focusNode.parentElement?.closest(holding)) return;
      const id = numberAt(focusNode.data, focusOffset ?? 0);
      if (id !== undefined) pointAt({ id, x: 0, y: 0, quiet: true });
    };
    document.addEventListener('pointermove', onMove, { passive: true });
    document.addEventListener('selectionchange', onSelect);
    return () => {
      document.removeEventListener('pointermove', onMove);
      document.removeEventListener('selectionchange', onSelect);
    };
  }, []);
}

/** The number under the pointer; the text box must hold the pointer, since a caret is found far from it too. */
function numberUnder(x: number, y: number): number | undefined {
  const caret = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null;
  if (!caret || !(caret.offsetNode instanceof Text)) return undefined;
  const range = document.createRange();
  range.setStart(caret.offsetNode, Math.max(0, caret.offset - 1));
  range.setEnd(caret.offsetNode, Math.min(caret.offsetNode.length, caret.offset + 1));
  const box = range.getBoundingClientRect();
  if (x < box.left - 4 || x > box.right + 4 || y < box.top - 2 || y > box.bottom + 2) return undefined;
  return numberAt(caret.offsetNode.data, caret.offset);
}
