import type { CauseId } from '../cause-ids';
import { collections } from '../facts/collect';
import type { FactName, Facts } from '../facts/facts';
import type { Report, Verdict } from '../report';
import type { Opinion } from './judge-all';

type Ask = Report['asks'][number];

/** What to bring where the verdict is `unknown`: in this order, what is not there yet. */
const broughtFirst: readonly FactName[] = ['failure', 'config', 'runtime', 'versions'];

/**
 * What would settle it: for the suspects in order, the facts they are open on, each command once, with the
 * causes it would tell apart. A fact that is known is not asked for.
 */
export function asksFor(suspects: readonly Opinion[], facts: Facts, verdict: Verdict): Ask[] {
  const byCommand = new Map<string, Ask>();
  const ask = (name: FactName, tells: readonly CauseId[]) => {
    const collection = facts[name] === undefined || name === 'failure' || lacksCri(name, facts) ? collections[name]?.(facts) : undefined;
    if (!collection) return;
    const known = byCommand.get(collection.command);
    const merged = [...new Set([...(known?.tells ?? []), ...tells])];
    byCommand.set(collection.command, { what: known?.what ?? collection.what, command: collection.command, tells: merged });
  };
  for (const { cause, judged } of suspects) for (const name of judged.asks) ask(name, [cause.id]);
  if (verdict === 'unknown') for (const name of broughtFirst) ask(name, []);
  return [...byCommand.values()];
}

/** Are versions known, and not that of the daemon that refused the pod? */
function lacksCri(name: FactName, { failure, versions }: Facts): boolean {
  return name === 'versions' && failure?.symptom === 'runtime-without-userns' && versions?.has('containerd') === false && !versions.has('cri-o');
}
