import { describe, expect, test } from 'vitest';
import { causeIds, type CauseId } from '../cause-ids';
import { collections } from '../facts/collect';
import type { FactName, Facts } from '../facts/facts';
import { gatherFacts } from '../facts/gather-facts';
import { causeExamples } from '../../examples/causes';
import { asksFor } from './asks';
import { judgeAll } from './judge-all';
import { rank } from './rank';

/** What each cause shows: all facts of its bad example, and those that its failing line tells by itself. */
const shown = causeIds.flatMap((id) => {
  const whole = gatherFacts(Object.entries(causeExamples[id].bad).map(([name, text]) => ({ name, text })));
  const alone = whole.failure && gatherFacts([{ name: 'run.log', text: `${whole.failure.text}\n` }]);
  return alone?.failure ? [{ id, whole, alone }] : [];
});

function answerTo(facts: Facts) {
  const ranking = rank(judgeAll(facts), facts);
  const [root, second] = ranking.suspects;
  return { ranking, first: asksFor(ranking.suspects, facts, ranking.verdict)[0], root: root?.cause.id, second: second?.cause.id };
}

/** What a command tells where a cause is at work: the facts that it collects, of those that the example has. */
function toldBy(command: string, facts: Facts, whole: Facts): Facts {
  const names = (Object.keys(collections) as FactName[]).filter((name) => !['failure', 'failures', 'started'].includes(name) && collections[name]?.(facts).command === command);
  const asked: readonly FactName[] = [...names, ...(/\bid;/.test(command) ? (['caller'] as const) : []), ...(/\buname\b/.test(command) ? (['versions'] as const) : [])];
  return Object.fromEntries(asked.flatMap((name) => (whole[name] === undefined ? [] : [[name, whole[name]]])));
}

/** Pairs that one command cannot tell apart, and why. */
const needMore: Readonly<Partial<Record<CauseId, string>>> = {
  'rootfs-parent-not-traversable': 'the line names no path: the config has to say which directories stand above the rootfs',
};

describe('of two causes that fit, the first ask tells which', () => {
  const pairs = shown.flatMap(({ id, whole, alone }) => {
    const { first, root, second } = answerTo(alone);
    return first && second && (id === root || id === second) ? [{ id, other: id === root ? second : root, whole, alone, first }] : [];
  });

  test('there are such pairs', () => {
    expect(pairs.length).toBeGreaterThan(15);
  });

  test.each(pairs.map((pair) => [pair.id, pair.other, pair] as const))('%s or %s', (id, other, { whole, alone, first }) => {
    const { ranking } = answerTo({ ...toldBy(first.command, alone, whole), ...alone });
    const [root] = ranking.placed;
    const decided = root?.opinion.cause.id === id && (root.confidence !== 'possible' || !ranking.suspects.some(({ cause }) => cause.id === other));
    expect(decided || id in needMore, `${first.command} → ${root?.opinion.cause.id ?? ''} ${root?.confidence ?? ''}`).toBe(true);
  });
});

describe('the asks in their order lead to each cause', () => {
  test.each(shown.map((one) => [one.id, one] as const))('%s', (id, { whole, alone }) => {
    let facts = alone;
    const tried = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const ranking = rank(judgeAll(facts), facts);
      const [root] = ranking.placed;
      if (root?.opinion.cause.id === id && root.confidence !== 'possible') return;
      const next = asksFor(ranking.suspects, facts, ranking.verdict).find(({ command }) => !tried.has(command));
      if (!next) break;
      tried.add(next.command);
      facts = { ...toldBy(next.command, facts, whole), ...facts };
    }
    const ranking = rank(judgeAll(facts), facts);
    expect([ranking.placed[0]?.opinion.cause.id, ...tried]).toEqual([id]);
  });
});
