import { causes } from '../diagnosis/causes/index';
import { fill, type Language } from '../diagnosis/sentence';
import { still } from '../report/still';
import { reportWords } from '../report/words';
import type { Cell, Fleet } from './fleet';
import { groupUpgrades } from './group-upgrades';

const marks: Readonly<Record<Cell, string>> = { fails: 'x', suspect: '?', met: '+', unknown: '.' };
/** So many nodes are named in a line. */
const mostNamed = 8;

/** A fleet as plain text for a terminal: the odd ones first, then the matrix, then the upgrades. */
export function fleetText(fleet: Fleet, language: Language): string {
  const { nodes, requirements, odd } = fleet;
  const words = reportWords[language];
  const named = (list: readonly string[]) => (list.length > mostNamed ? `${list.slice(0, mostNamed).join(' ')} …` : list.join(' '));
  const share = (count: number) => fill(words.fleetShare, { count, all: nodes.length });
  const failing = requirements.filter(({ cells }) => cells.includes('fails'));
  const lines = [
    fill(words.fleetNodes, { count: nodes.length }),
    ...section(words.fleetFails, failing.map(({ cause, cells }) => `${share(cells.filter((cell) => cell === 'fails').length)}  ${cause}: ${causes[cause].words[language].name ?? ''}\n    ${named(nodes.filter((_, index) => cells[index] === 'fails'))}`)),
    ...section(
      words.fleetOdd,
      odd.map(({ fact, name, values }) => [`${fact} ${name}`.trim(), ...values.map(({ value, nodes: having, seen }, index) => `    ${share(having.length)}  ${value}${index === values.length - 1 ? '' : `  ${named(having)} (${seen})`}`)].join('\n')),
    ),
    ...section(words.fleetMatrix, requirements.map(({ cause, cells }) => `${cells.map((cell) => marks[cell]).join('')}  ${cause}`)),
    ...section(
      words.fleetUpgrades,
      groupUpgrades(fleet).map(({ program, version, to, unlocks, nodes: having }) => {
        const what = [`${program} ${version} → ${to}`, ...unlocks.map(({ cause, sources }) => `      ${cause}  ${sources[0] ?? ''}`)].join('\n');
        return `${share(having.length)}  ${what}\n    ${named(having)}`;
      }),
    ),
  ];
  return `${still(lines.join('\n'))}\n`;
}

function section(title: string, rows: readonly string[]): string[] {
  return rows.length > 0 ? ['', title, ...rows.map((row) => `  ${row}`)] : [];
}
