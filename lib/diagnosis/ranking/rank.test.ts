import { expect, test } from 'vitest';
import type { Cause, Effect, HowOften, Judged } from '../cause';
import type { CauseId } from '../cause-ids';
import { makeDocument, type Span } from '../documents/document';
import type { Facts } from '../facts/facts';
import type { Step } from '../steps';
import type { Symptom } from '../symptoms';
import type { Opinion } from './judge-all';
import { rank } from './rank';

const place: Span = { document: makeDocument('run.log', 'words\n'), start: 0, end: 5 };
const failing = (symptom: Symptom): Facts => ({ failure: { symptom, by: 'runc', span: place, values: {}, text: 'words' } });

interface Hand {
  readonly id: CauseId;
  readonly kind: Judged['kind'];
  readonly howOften?: HowOften;
  readonly step?: Step;
  readonly effect?: Effect;
  readonly underlies?: readonly CauseId[];
}

/** A judgement made by hand. */
function opinion({ id, kind, howOften, step = 'mount', effect = 'stops', underlies = [] }: Hand): Opinion {
  const cause: Cause = { id, step, effect, explains: {}, underlies, uses: [], references: [], words: { en: {}, zh: {} }, judge: () => judged };
  const judged: Judged = { kind, effect, asks: [], marks: [{ span: place, says: { key: 'x/y', values: {} } }] };
  return { cause, judged, ...(howOften ? { howOften } : {}) };
}

function ranked(facts: Facts, ...hands: Hand[]) {
  const { verdict, placed, ruledOut, suspects } = rank(hands.map(opinion), facts);
  return {
    verdict,
    placed: placed.map((one) => `${one.opinion.cause.id} ${one.role} ${one.confidence}`),
    ruledOut: ruledOut.map(({ cause }) => cause.id),
    suspects: suspects.map(({ cause }) => cause.id),
  };
}

const denied = failing('mountpoint-create-denied');

test('1. a refuted candidate is ruled out; one that was no candidate is not spoken of', () => {
  const { ruledOut } = ranked(
    denied,
    { id: 'rootfs-not-owned-by-mapping', kind: 'refuted', howOften: 'usually' },
    { id: 'devpts-gid-unmapped', kind: 'refuted' },
    { id: 'rootfs-path-relative', kind: 'proved', howOften: 'sometimes' },
  );
  expect(ruledOut).toEqual(['rootfs-not-owned-by-mapping']);
});

test('2. what explains the failure comes before an earlier step that does not; the rest contributes', () => {
  const { placed } = ranked(
    denied,
    { id: 'mapping-overlap', kind: 'proved', step: 'write-id-maps' },
    { id: 'rootfs-not-owned-by-mapping', kind: 'proved', howOften: 'usually' },
  );
  expect(placed).toEqual(['rootfs-not-owned-by-mapping root-cause certain', 'mapping-overlap contributing certain']);
});

test('2. a cause that underlies a proved one comes first, and explains what that one explains', () => {
  const { placed } = ranked(
    denied,
    { id: 'rootfs-not-owned-by-mapping', kind: 'proved', howOften: 'usually' },
    { id: 'mapping-range-invalid', kind: 'proved', step: 'run', underlies: ['rootfs-not-owned-by-mapping'] },
  );
  expect(placed[0]).toBe('mapping-range-invalid root-cause certain');
});

test('2. what only weakens the isolation is advice, also beside a root cause', () => {
  const { verdict, placed } = ranked(
    denied,
    { id: 'mapping-overlap', kind: 'proved', effect: 'weakens', step: 'admit-pod' },
    { id: 'rootfs-not-owned-by-mapping', kind: 'proved', howOften: 'usually' },
  );
  expect(placed).toEqual(['rootfs-not-owned-by-mapping root-cause certain', 'mapping-overlap advice certain']);
  expect(verdict).toBe('diagnosed');
});

test('3. suspects: supported first, then usually, sometimes, rarely, then the earlier step', () => {
  const { placed, suspects } = ranked(
    denied,
    { id: 'bind-source-denied', kind: 'open', howOften: 'rarely' },
    { id: 'rootfs-parent-not-traversable', kind: 'open', howOften: 'sometimes', step: 'prepare-rootfs' },
    { id: 'rootfs-not-owned-by-mapping', kind: 'open', howOften: 'usually' },
    { id: 'rootfs-path-relative', kind: 'supported', howOften: 'sometimes' },
    { id: 'rootfs-path-missing', kind: 'open', howOften: 'sometimes', step: 'read-config' },
  );
  const order = ['rootfs-path-relative', 'rootfs-not-owned-by-mapping', 'rootfs-path-missing', 'rootfs-parent-not-traversable', 'bind-source-denied'];
  expect(suspects).toEqual(order);
  expect(placed[0]).toBe('rootfs-path-relative root-cause likely');
  expect(placed[1]).toBe('rootfs-not-owned-by-mapping alternative possible');
});

test('3. a cause that does not show the symptom is no suspect', () => {
  expect(ranked(denied, { id: 'newidmap-missing', kind: 'supported' })).toMatchObject({ verdict: 'unknown', placed: [] });
});

test('4. and 5. open suspects only: the commonest is possible', () => {
  const { placed } = ranked(
    denied,
    { id: 'rootfs-not-owned-by-mapping', kind: 'open', howOften: 'usually' },
    { id: 'rootfs-path-relative', kind: 'open', howOften: 'sometimes' },
  );
  expect(placed).toEqual(['rootfs-not-owned-by-mapping root-cause possible', 'rootfs-path-relative alternative possible']);
});

test('5. the last one left after another was refuted is likely, unless it is rare', () => {
  const gone: Hand = { id: 'rootfs-path-relative', kind: 'refuted', howOften: 'sometimes' };
  const left = (howOften: HowOften) => ranked(denied, gone, { id: 'rootfs-not-owned-by-mapping', kind: 'open', howOften }).placed[0];
  expect(left('usually')).toBe('rootfs-not-owned-by-mapping root-cause likely');
  expect(left('rarely')).toBe('rootfs-not-owned-by-mapping root-cause possible');
});

test('5. what speaks for two that are as common makes neither of them likely', () => {
  const [other] = [{ id: 'selinux-denies-userns', kind: 'supported', howOften: 'sometimes' }] as const;
  const beside = (howOften: HowOften) => ranked(denied, { id: 'apparmor-restricts-userns', kind: 'supported', howOften }, other).placed[0];
  expect(beside('sometimes')).toBe('apparmor-restricts-userns root-cause possible');
  expect(beside('usually')).toBe('apparmor-restricts-userns root-cause likely');
});

test('6. nothing proved is hidden: a fault beside an unexplained failure is named, one degree less sure', () => {
  const { verdict, placed } = ranked(denied, { id: 'devpts-gid-unmapped', kind: 'proved' });
  expect(verdict).toBe('diagnosed');
  expect(placed).toEqual(['devpts-gid-unmapped root-cause likely']);
});

test('7. a line that nothing knows keeps a proved fault from being certain', () => {
  const { placed } = ranked(failing('unrecognised'), { id: 'devpts-gid-unmapped', kind: 'proved' });
  expect(placed).toEqual(['devpts-gid-unmapped root-cause likely']);
  expect(ranked(failing('unrecognised')).verdict).toBe('unknown');
});

test('7. so does a vague line that is all there is', () => {
  const vague: Facts = { failure: { symptom: 'mountpoint-create-denied', by: 'runc', span: place, values: {}, text: 'words', row: { by: 'runc', prints: ['words'], symptom: 'mountpoint-create-denied', vague: true, seen: 'words' } } };
  expect(ranked(vague, { id: 'rootfs-not-owned-by-mapping', kind: 'proved', howOften: 'usually' }).placed).toEqual(['rootfs-not-owned-by-mapping root-cause likely']);
});

test('8. a start that was seen refutes that anything stopped it', () => {
  const facts: Facts = { started: { value: true, span: place } };
  expect(ranked(facts, { id: 'devpts-gid-unmapped', kind: 'proved' })).toMatchObject({
    verdict: 'healthy',
    placed: ['devpts-gid-unmapped advice certain'],
  });
  expect(ranked(facts, { id: 'apparmor-restricts-userns', kind: 'proved', effect: 'voids' }).verdict).toBe('diagnosed');
});

test('9. unrelated, healthy, unknown', () => {
  expect(ranked(failing('image-not-pulled'), { id: 'devpts-gid-unmapped', kind: 'proved' }).verdict).toBe('unrelated');
  expect(ranked({ config: { value: 'whole', span: place } }).verdict).toBe('healthy');
  expect(ranked({ config: { value: 'fragment', span: place } }).verdict).toBe('unknown');
  expect(ranked({}).verdict).toBe('unknown');
});
