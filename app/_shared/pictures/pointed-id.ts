import { useSyncExternalStore } from 'react';

/** The ID that is pointed at, and where on the screen; one for the whole page. */
export interface PointedId {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** It was typed or selected: no tip stands beside a pointer. */
  readonly quiet?: true;
}

let pointed: PointedId | undefined;
const listeners = new Set<() => void>();

export function pointAt(next: PointedId | undefined): void {
  if (pointed?.id === next?.id && pointed?.quiet === next?.quiet) return;
  pointed = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePointedId(): PointedId | undefined {
  return useSyncExternalStore(
    subscribe,
    () => pointed,
    () => undefined,
  );
}

/** A number that stands for itself: no part of a time, a version, a path or a word. */
const number = /(?<![\w.:/+-])(?:0|[1-9]\d{0,9})(?![\w./+]|:\d|-\d)/g;
const largestId = 4294967295;

/** The number around an offset of a text. */
export function numberAt(text: string, offset: number): number | undefined {
  const from = Math.max(0, offset - 40);
  for (const match of text.slice(from, offset + 40).matchAll(number)) {
    const start = from + match.index;
    if (start <= offset && offset <= start + match[0].length && Number(match[0]) <= largestId) return Number(match[0]);
  }
  return undefined;
}
