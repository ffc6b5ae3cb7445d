'use client';

import { useRef, useState, useSyncExternalStore } from 'react';
import { CopyButton } from './_shared/copy-button';
import { useWords } from './_shared/language';
import { landingWords } from './words';

/** What the collector is called with, for each way a container is started; words in capitals are the reader's. */
const ways = [
  { id: 'kubernetes', name: 'Kubernetes', command: 'sudo sh collect.sh --pod NAMESPACE/POD' },
  { id: 'containerd', name: 'containerd', command: 'sudo sh collect.sh --container ID --namespace default' },
  { id: 'docker', name: 'Docker', command: 'sudo sh collect.sh --docker NAME' },
  { id: 'podman', name: 'Podman', command: 'sh collect.sh --podman NAME' },
  { id: 'runc', name: 'runc', command: 'sudo sh collect.sh --bundle DIRECTORY -- runc run NAME' },
  { id: 'rootless', name: 'Rootless', command: 'sh collect.sh --rootless -- podman run --rm IMAGE true' },
] as const;

const never = () => () => undefined;

/** The line that collects the evidence on the node, for each runtime; the script is downloaded first, and may be read. */
export function FromTheNode({ host, sha256 }: { host: string; sha256: string }) {
  const word = useWords(landingWords);
  const [chosen, setChosen] = useState(0);
  const tabs = useRef<(HTMLButtonElement | null)[]>([]);
  // The server does not know whether a proxy before it speaks TLS; the browser does.
  const origin = useSyncExternalStore(never, () => location.origin, () => `http://${host}`);
  const way = ways[chosen] ?? ways[0];
  const line = `curl -fsSLO ${origin}/collect.sh && ${way.command}`;

  const onKeyDown = (event: React.KeyboardEvent) => {
    const moves: Partial<Record<string, number>> = { ArrowRight: chosen + 1, ArrowLeft: chosen - 1, Home: 0, End: ways.length - 1 };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const index = (next + ways.length) % ways.length;
    setChosen(index);
    tabs.current[index]?.focus();
  };

  return (
    <section aria-labelledby="node" className="mt-14 border-t border-line pt-7">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <h2 id="node" className="section-title">
          {word('fromTheNode')}
        </h2>
        <div role="tablist" aria-labelledby="node" className="flex flex-wrap gap-x-1" onKeyDown={onKeyDown}>
          {ways.map(({ id, name }, index) => (
            <button
              key={id}
              ref={(element) => {
                tabs.current[index] = element;
              }}
              type="button"
              role="tab"
              id={`way-${id}`}
              aria-selected={index === chosen}
              aria-controls="way"
              tabIndex={index === chosen ? 0 : -1}
              onClick={() => setChosen(index)}
              className={`touch min-h-7 cursor-pointer border-b-2 px-2 text-[13px] ${index === chosen ? 'border-ink font-medium' : 'border-transparent text-ink-2 hover:text-ink'}`}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      <div role="tabpanel" id="way" aria-labelledby={`way-${way.id}`} className="mt-3">
        <div className="flex items-start gap-2">
          <pre className="min-w-0 flex-1 rounded bg-sunk px-3 py-2 whitespace-pre-wrap">
            <code>{line}</code>
          </pre>
          <CopyButton text={line} label={word('copyLine')} short />
        </div>
        <p className="mt-2 min-h-[1.5em] text-[13px] text-ink-2">{word(`way-${way.id}`)}</p>
      </div>
      <p className="mt-2 max-w-[80ch] text-[13px] text-ink-2">
        {word('script')} <a href="/collect.sh">{word('readIt')}</a>
        {word('beforeRun')} <code className="inline-code">{sha256}</code>
      </p>
    </section>
  );
}
