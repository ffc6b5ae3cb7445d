import { isByHand, isRight, type Trial } from './trial';

const cut = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width));

/** One line a trial: fault, runtime, message, cause, repaired. */
export function row({ fault, starter, rounds, runs, atLast, trouble }: Trial): string {
  const first = rounds[0];
  const wrong = rounds.find(({ right, unapplied }) => !right || unapplied !== undefined);
  const filled = rounds.find((one) => one.filled !== undefined)?.filled;
  const causes = rounds.map(({ said, right, expected }) => (right ? said : `${said} (not ${expected ?? 'healthy'})`)).join(', then ');
  const repaired = fault.causes.length === 0 ? (runs ? 'runs' : 'DOES NOT RUN') : runs && !wrong?.unapplied ? `repaired${isByHand(fault) ? ', by hand as told' : ''}${filled === undefined ? '' : `, ${filled} filled in`}` : `NOT REPAIRED: ${wrong?.unapplied ?? atLast}`;
  const after = runs && atLast !== 'healthy' ? ` (the next report: ${atLast})` : '';
  if (trouble !== undefined) return `${cut(fault.id, 32)} ${cut(starter.name, 26)} TROUBLE: ${trouble.trim().replaceAll(/\s*\n\s*/g, ' ⏎ ')}`;
  return `${cut(fault.id, 32)} ${cut(starter.name, 26)} ${cut(first?.message ?? '', 60)} ${cut(causes, 40)} ${repaired}${after}`;
}

export const heading = `${cut('fault', 32)} ${cut('runtime', 26)} ${cut('message', 60)} ${cut('cause', 40)} repaired`;

/** What came of all of them, in words and figures. */
export function summary(trials: readonly Trial[]): string {
  const broken = trials.filter(({ fault }) => fault.causes.length > 0);
  const healthy = trials.filter(({ fault }) => fault.causes.length === 0);
  const rounds = broken.flatMap((one) => one.rounds);
  const faults = new Set(broken.map(({ fault }) => fault.id));
  const causes = new Set(broken.flatMap(({ fault }) => fault.causes));
  const repaired = broken.filter((one) => one.trouble === undefined && one.runs && one.rounds.every(({ unapplied }) => unapplied === undefined));
  const byHand = ({ fault, rounds: ours }: Trial) => isByHand(fault) || ours.some(({ filled }) => filled !== undefined);
  const share = (count: number, of: number) => `${count} of ${of}`;
  const sound = new Set(healthy.map(({ fault }) => fault.id));
  return [
    `${faults.size} faults of ${causes.size} causes on ${new Set(trials.map(({ starter }) => starter.name)).size} runtimes, ${trials.length} runs`,
    `diagnosed right first: ${share(rounds.filter(({ right }) => right).length, broken.reduce((sum, { fault }) => sum + fault.causes.length, 0))}`,
    `repaired by the first fix: ${share(repaired.length, broken.length)}, ${repaired.filter(byHand).length} of them with a value filled in or a step by hand, as the fix tells`,
    `healthy afterwards: ${share(broken.filter(({ atLast }) => atLast === 'healthy').length, broken.length)}`,
    `healthy bundles that stay healthy: ${share(healthy.filter(isRight).length, healthy.length)} runs of ${sound.size} bundles`,
  ].join('\n');
}
