import { useEffect, useState } from 'react';
import { causeIds } from '../../lib/diagnosis/cause-ids';
import { languageHere } from '../_shared/language-here';

export interface CauseName {
  readonly id: string;
  readonly name: string;
}

const ids: readonly CauseName[] = causeIds.map((id) => ({ id, name: '' }));

/** Every cause by its id, with its name once the reference has told it. */
export function useCauseNames(wanted: boolean): readonly CauseName[] {
  const [names, setNames] = useState(ids);
  useEffect(() => {
    if (!wanted || names !== ids) return undefined;
    const leave = new AbortController();
    fetch(`/api/causes?lang=${languageHere()}`, { signal: leave.signal })
      .then(async (answer) => (answer.ok ? setNames(((await answer.json()) as { causes: readonly CauseName[] }).causes) : undefined))
      // Ids are names enough where the reference cannot be reached.
      .catch(() => undefined);
    return () => leave.abort();
  }, [wanted, names]);
  return names;
}
