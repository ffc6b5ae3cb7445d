import type { CauseId } from '../diagnosis/cause-ids';
import type { Facts } from '../diagnosis/facts/facts';
import { judgeAll } from '../diagnosis/ranking/judge-all';
import { candidatesFor, type Candidate } from './releases';

/** An upgrade, and the causes that it rules out for good. */
export interface Upgrade extends Candidate {
  readonly unlocks: readonly { readonly cause: CauseId; readonly sources: readonly string[] }[];
}

/**
 * Which upgrade of a node unlocks what, each at the smallest step that does. The node's facts are judged once more as if the
 * newer version had been printed; a cause that is refuted then and was not before is unlocked. So the planner knows no version
 * of its own, and never says more than the engine would.
 */
export function planUpgrades(facts: Facts): Upgrade[] {
  const found = new Set(refutedOf(facts).keys());
  return candidatesFor(facts).flatMap((candidate) => {
    const later = refutedOf(withVersion(facts, candidate));
    const unlocks = [...later].filter(([cause]) => !found.has(cause)).map(([cause, sources]) => ({ cause, sources }));
    for (const { cause } of unlocks) found.add(cause);
    return unlocks.length > 0 ? [{ ...candidate, unlocks }] : [];
  });
}

function withVersion(facts: Facts, { program, to }: Candidate): Facts {
  const known = facts.versions?.get(program);
  if (!facts.versions || !known) return facts;
  return { ...facts, versions: new Map([...facts.versions, [program, { ...known, value: to }]]) };
}

function refutedOf(facts: Facts): Map<CauseId, readonly string[]> {
  return new Map(judgeAll(facts).flatMap(({ cause, judged }) => (judged.kind === 'refuted' ? [[cause.id, cause.references.map(({ url }) => url)]] : [])));
}
