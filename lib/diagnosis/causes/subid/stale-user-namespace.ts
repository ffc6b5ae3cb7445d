import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { asksOfGrants, customarySubids, rangesOf } from '../../facts/subid-ranges';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './stale-user-namespace.zh';

interface Match {
  readonly podman: boolean;
}

export const staleUserNamespace = defineCause({
  id: 'stale-user-namespace',
  step: 'allocate-ids',
  effect: 'stops',
  explains: {
    'stale-namespace': 'usually',
    'single-id-mapped': 'sometimes',
    'image-ids-not-mapped': 'rarely',
    'rootless-environment-refused': 'rarely',
  },
  uses: ['subuids', 'subgids', 'caller', 'uidMap', 'failure'],
  references: [
    { title: 'podman-system-migrate(1)', url: 'https://docs.podman.io/en/latest/markdown/podman-system-migrate.1.html' },
    { title: 'Podman: rootless, subordinate IDs', url: 'https://github.com/containers/podman/blob/main/docs/tutorials/rootless_tutorial.md' },
  ],
  words: {
    en: {
      name: 'A user namespace made before the ranges were mended is still in use',
      pageWhy:
        'Rootless Podman keeps one user namespace alive through a pause process and joins it at every command; RootlessKit keeps its own as long as the daemon runs. Its maps were written once. Ranges that are granted later take effect only in a new namespace.',
      pageTell: '/etc/subuid and /etc/subgid grant a range, and `podman unshare cat /proc/self/uid_map` still shows a single line of one ID.',
      pageSure: 'Podman or RootlessKit says that its pause process or namespace is not usable any more.',
      pageNot: 'No range is granted: then a new namespace would get no other map.',
      title: 'An old user namespace is still in use, with the maps of before',
      explanation: 'The ranges are granted now, but the namespace that the program joins was made without them.',
      granted: 'A range is granted now.',
      single: 'The program still has a single ID.',
      told: 'The namespace to join is not usable any more.',
      none: 'No range is granted: a new namespace would have no other map.',
      fixTitle: 'Make a new user namespace',
      costs: 'Running containers of this user are stopped.',
      undo: 'Nothing to undo: start the containers again.',
      rootlesskit: 'Rootless Docker or containerd: `systemctl --user restart docker` (or containerd) does the same.',
    },
    zh,
  },
  judge({ subuids, subgids, caller, uidMap, failure }, say) {
    const match: Match = { podman: failure?.by === 'podman' };
    const [grantedUid, grantedGid] = [rangesOf(subuids?.value, caller?.value)[0], rangesOf(subgids?.value, caller?.value)[0]];
    const granted = grantedUid && grantedGid && grantedUid.count >= customarySubids ? [mark(grantedUid.span, say('granted'))] : [];
    if (failure?.symptom === 'stale-namespace') {
      const sure = /pause|migrate|re-exec/i.test(failure.text) || granted.length > 0;
      return sure ? proved(match, [mark(failure, say('told')), ...granted]) : supported(match, [mark(failure, say('told'))], ['subuids']);
    }
    const single = failure?.symptom === 'single-id-mapped' ? failure : undefined;
    if (single && granted.length > 0) return supported(match, [...granted, mark(single, say('single'))], ['caller']);
    // The map of the namespace was shown: one ID, though a range is granted, to the only owner that is known.
    const held = uidMap?.value.extents.reduce((sum, { size }) => sum + (size.value ?? 0), 0);
    const [anyUid, anyGid] = [subuids?.value.ranges[0], subgids?.value.ranges[0]];
    const grants = granted.length > 0 ? granted : !caller?.value.name && anyUid && anyGid ? [mark(anyUid.span, say('granted'))] : [];
    if (failure?.symptom === 'image-ids-not-mapped' && uidMap && held === 1 && grants.length > 0) return supported(match, [...grants, mark(uidMap, say('single'))], ['caller']);
    if (subuids && subuids.value.ranges.length === 0) return refuted([mark(subuids, say('none'))]);
    return open(match, asksOfGrants({ subuids, subgids }));
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes(_, say) {
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        commands: [look`podman unshare cat /proc/self/uid_map`, change`podman system migrate`],
        undo: [say('undo')],
        verify: [look`podman unshare cat /proc/self/uid_map`],
        notes: [say('rootlesskit')],
      }),
    ];
  },
});
