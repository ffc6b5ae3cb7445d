import type { Cause, HowOften } from '../diagnosis/cause';
import { causeIds, type CauseId } from '../diagnosis/cause-ids';
import { causes } from '../diagnosis/causes/index';
import { collections } from '../diagnosis/facts/collect';
import type { FactName } from '../diagnosis/facts/facts';
import type { Language } from '../diagnosis/sentence';
import type { Symptom } from '../diagnosis/symptoms';
import { symptomWords } from '../diagnosis/symptom-words';
import { renderSentence } from './render';

/** Evidence, and the read-only command that gets it. */
export interface Collected {
  what: string;
  command: string;
}

/** A cause that shows the same failure. */
export interface Neighbour {
  id: CauseId;
  name: string;
  /** The symptoms that both show. */
  shares: string[];
  /** What proves the neighbour. */
  sure: string;
  /** The evidence that decides between the two. */
  decides: Collected[];
}

const closeness: Readonly<Record<HowOften, number>> = { usually: 3, sometimes: 2, rarely: 1 };

/** The causes that share a symptom, the closest first: those that are common for the symptoms for which this one is. */
export function neighboursOf(cause: Cause, language: Language): Neighbour[] {
  return causeIds
    .filter((id) => id !== cause.id)
    .map((id) => ({ other: causes[id], shared: sharedBy(cause, causes[id]) }))
    .filter(({ shared }) => shared.length > 0)
    .map(({ other, shared }) => ({ other, shared, close: Math.max(...shared.map((symptom) => closenessOf(symptom, cause, other))) }))
    .toSorted((a, b) => b.close - a.close || b.shared.length - a.shared.length)
    .map(({ other, shared }) => ({
      id: other.id,
      name: other.words[language].name ?? other.id,
      shares: shared.map((symptom) => symptomWords[language][symptom]),
      sure: other.words[language].pageSure ?? '',
      decides: collectedFor(deciding(cause, other), language),
    }));
}

/** What to bring for some facts, each command once. */
export function collectedFor(facts: readonly FactName[], language: Language): Collected[] {
  const byCommand = new Map<string, string>();
  for (const name of facts) {
    const collection = collections[name]?.({});
    if (collection && !byCommand.has(collection.command)) byCommand.set(collection.command, renderSentence(collection.what, language));
  }
  return [...byCommand].map(([command, what]) => ({ what, command }));
}

/** Causes that vanish with this one where both are proved, and those with which this one vanishes. */
export function relatedTo(cause: Cause): { hides: CauseId[]; hiddenBy: CauseId[] } {
  return { hides: [...cause.underlies], hiddenBy: causeIds.filter((id) => causes[id].underlies.includes(cause.id)) };
}

function sharedBy(one: Cause, other: Cause): Symptom[] {
  return (Object.keys(one.explains) as Symptom[]).filter((symptom) => other.explains[symptom] !== undefined);
}

function closenessOf(symptom: Symptom, one: Cause, other: Cause): number {
  return closeness[one.explains[symptom] ?? 'rarely'] * closeness[other.explains[symptom] ?? 'rarely'];
}

/** What each asks for where nothing is known; the failure itself is what they share. */
function deciding(one: Cause, other: Cause): FactName[] {
  const asked = [...new Set([...other.judge({}).asks, ...one.judge({}).asks])].filter((name) => name !== 'failure');
  const own = other.uses.filter((name) => name !== 'failure' && !one.uses.includes(name));
  return asked.length > 0 ? asked : own.slice(0, 2);
}
