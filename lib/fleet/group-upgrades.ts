import type { Fleet } from './fleet';
import type { Upgrade } from './plan-upgrades';

/** One upgrade that several nodes could make, with what it rules out on each of them. */
export interface GroupedUpgrade extends Upgrade {
  readonly nodes: readonly string[];
}

/** The upgrades of a fleet, equal ones together; those of the fewest nodes first. */
export function groupUpgrades({ upgrades }: Pick<Fleet, 'upgrades'>): GroupedUpgrade[] {
  const found = new Map<string, GroupedUpgrade & { nodes: string[] }>();
  for (const { node, upgrades: planned } of upgrades) {
    for (const upgrade of planned) {
      const key = JSON.stringify([upgrade.program, upgrade.version, upgrade.to, upgrade.unlocks.map(({ cause }) => cause)]);
      const group = found.get(key) ?? { ...upgrade, nodes: [] };
      group.nodes.push(node);
      found.set(key, group);
    }
  }
  return [...found.values()].toSorted((a, b) => a.nodes.length - b.nodes.length);
}
