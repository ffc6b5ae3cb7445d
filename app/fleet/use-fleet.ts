import { useEffect, useRef, useState } from 'react';
import type { FleetAnswer, FleetAsk } from '../../lib/browser/fleet-worker';
import { languageHere } from '../_shared/language-here';

type State = { readonly state: 'empty' | 'reading' } | { readonly state: 'compared'; readonly answer: FleetAnswer } | { readonly state: 'failed'; readonly why: string };

interface Comparing {
  readonly fleet: State;
  readonly compare: (given: Partial<Pick<FleetAsk, 'files' | 'texts'>>) => void;
  /** Back to where nothing is given. */
  readonly clear: () => void;
}

/** Compares the nodes of a fleet in a worker; what is given later takes the place of what came before. */
export function useFleet(): Comparing {
  const [fleet, setFleet] = useState<State>({ state: 'empty' });
  const worker = useRef<Worker | undefined>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  return {
    fleet,
    compare: ({ files = [], texts = [] }) => {
      worker.current?.terminate();
      const made = new Worker(new URL('../../lib/browser/fleet-worker.ts', import.meta.url), { type: 'module' });
      worker.current = made;
      made.addEventListener('message', ({ data }: MessageEvent<FleetAnswer>) => setFleet({ state: 'compared', answer: data }));
      made.addEventListener('error', ({ message }) => setFleet({ state: 'failed', why: message }));
      made.postMessage({ language: languageHere(), files, texts } satisfies FleetAsk);
      setFleet({ state: 'reading' });
    },
    clear: () => {
      worker.current?.terminate();
      setFleet({ state: 'empty' });
    },
  };
}
