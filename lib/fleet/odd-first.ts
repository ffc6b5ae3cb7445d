import type { Cell, Fleet } from './fleet';

/** The nodes by their place in `fleet.nodes`: those that fail the most first, then those that answer otherwise than most nodes do. */
export function oddFirst({ nodes, requirements }: Pick<Fleet, 'nodes' | 'requirements'>): number[] {
  const fails = nodes.map((_, index) => requirements.filter(({ cells }) => cells[index] === 'fails').length);
  const usual = requirements.map(({ cells }) => commonest(cells));
  const apart = nodes.map((_, index) => requirements.filter(({ cells }, row) => cells[index] !== usual[row]).length);
  return nodes.map((_, index) => index).toSorted((a, b) => (fails[b] ?? 0) - (fails[a] ?? 0) || (apart[b] ?? 0) - (apart[a] ?? 0));
}

function commonest(cells: readonly Cell[]): Cell | undefined {
  const counts = new Map<Cell, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
