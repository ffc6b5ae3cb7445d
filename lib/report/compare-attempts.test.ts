import { expect, test } from 'vitest';
import type { CauseId } from '../diagnosis/cause-ids';
import type { FindingIn, Role } from '../diagnosis/report';
import { compareAttempts } from './compare-attempts';

const finding = ([cause, role]: readonly [CauseId, Role]): FindingIn<string> => ({
  cause, role, confidence: 'possible', because: '', title: '', explanation: '', evidence: [], fixes: [], references: [],
});
const report = (...findings: readonly (readonly [CauseId, Role])[]) => ({ findings: findings.map(finding) });

const [owner, parent, relative] = ['rootfs-not-owned-by-mapping', 'rootfs-parent-not-traversable', 'rootfs-path-relative'] as const;

test.each([
  ['mended', report([owner, 'root-cause']), report(), { resolved: [owner], remaining: [], appeared: [] }],
  ['the next one', report([owner, 'root-cause']), report([parent, 'root-cause']), { resolved: [owner], remaining: [], appeared: [parent] }],
  ['no change', report([owner, 'root-cause']), report([owner, 'root-cause']), { resolved: [], remaining: [owner], appeared: [] }],
  ['a suspect that was proved is not new', report([owner, 'root-cause'], [parent, 'alternative']), report([parent, 'root-cause']), { resolved: [owner], remaining: [parent], appeared: [] }],
  ['a suspect that is no more was never there', report([owner, 'root-cause'], [parent, 'alternative']), report(), { resolved: [owner], remaining: [], appeared: [] }],
  ['what is still possible is not gone', report([owner, 'root-cause']), report([parent, 'root-cause'], [owner, 'alternative']), { resolved: [], remaining: [owner], appeared: [parent] }],
  ['a new suspect is a question', report(), report([relative, 'root-cause'], [owner, 'alternative']), { resolved: [], remaining: [], appeared: [relative] }],
] as const)('%s', (_, before, after, wanted) => {
  expect(compareAttempts(before, after)).toEqual(wanted);
});
