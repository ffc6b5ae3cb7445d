'use client';

import { useWords } from '../_shared/language';
import { shellWords } from '../_shared/shell-words';
import { useEvidenceAnywhere } from '../use-evidence-anywhere';
import { FleetBox } from './fleet-box';
import { FleetResult } from './fleet-result';
import { useFleet } from './use-fleet';
import { fleetWords } from './words';

/** Takes the archive, and shows what came of it. */
export function FleetView() {
  const word = useWords(fleetWords);
  const shellWord = useWords(shellWords);
  const { fleet, compare, clear } = useFleet();
  const dragging = useEvidenceAnywhere({ files: (files) => compare({ files: [...files] }), text: () => undefined });
  return (
    <>
      {dragging ? (
        <div role="status" className="drop-overlay">
          <strong className="text-[17px] font-semibold">{word('drop')}</strong>
          <span className="text-ink-2">{word('dropHint')}</span>
        </div>
      ) : null}
      {fleet.state === 'empty' ? <FleetBox compare={compare} /> : null}
      {fleet.state === 'reading' ? <p role="status" className="min-h-96 text-ink-3">{word('reading')}</p> : null}
      {fleet.state === 'failed' ? (
        <div role="alert" className="min-h-96 text-stop">
          <p>{word('failed', { why: fleet.why })}</p>
          <button type="button" className="button mt-2" onClick={clear}>
            {shellWord('again')}
          </button>
        </div>
      ) : null}
      {fleet.state === 'compared' ? <FleetResult answer={fleet.answer} clear={clear} /> : null}
    </>
  );
}
