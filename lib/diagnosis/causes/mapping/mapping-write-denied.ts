import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { IdMap } from '../../facts/id-map';
import { ownRanges } from '../../facts/subid-ranges';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './mapping-write-denied.zh';

interface Match {
  readonly map: Known<IdMap> | undefined;
  readonly setgroups: boolean;
  /** The first host ID that is granted to the caller, and how many. */
  readonly granted: { readonly start: number; readonly count: number } | undefined;
}

export const mappingWriteDenied = defineCause({
  id: 'mapping-write-denied',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'setgroups-file-denied': 'usually', 'id-map-write-denied': 'usually', 'own-id-map-write-denied': 'sometimes', 'process-user-refused': 'rarely', 'init-vanished': 'rarely', 'stale-namespace': 'rarely', 'newidmap-lacks-privilege': 'rarely', 'proc-entry-hidden': 'rarely', 'namespace-join-refused': 'rarely', 'map-target-foreign': 'usually' },
  uses: ['uidMap', 'outerUidMap', 'rootless', 'launcher', 'subuids', 'caller', 'failure'],
  references: [
    { title: 'user_namespaces(7): who may write a map', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'newuidmap(1)', url: 'https://man7.org/linux/man-pages/man1/newuidmap.1.html' },
  ],
  words: {
    en: {
      name: 'The ID map is written by a process that may map only its own ID',
      pageWhy:
        'A process without CAP_SETUID and CAP_SETGID in the parent namespace may write a map of one line that holds its own ID, once, and a gid map only after "deny" stands in /proc/PID/setgroups. More is written by newuidmap and newgidmap on its behalf. Everything else is refused with EPERM.',
      pageTell: 'The map was written by the program itself, not through newuidmap. newuidmap that fails itself is another cause; so are IDs that the parent namespace does not hold.',
      pageSure: 'A shell wrote the map itself, by echo or a redirection, and the kernel refused it.',
      pageNot: 'Root writes the map. Where newuidmap stands between, its own message decides, and this cause stays open.',
      title: 'The map is written by a process that may map only its own ID',
      titleSetgroups: 'The gid map cannot be written: setgroups was not denied first',
      explanation: 'An ordinary user may write a map of one line, for its own ID, after `deny` stands in /proc/PID/setgroups. Ranges come through newuidmap and newgidmap.',
      direct: 'A shell wrote the map itself.',
      refused: 'The kernel refused it.',
      many: 'This map holds more than the own ID.',
      root: 'Root writes the map, who may.',
      outside: 'The namespace around does not hold these IDs: nobody may map them.',
      fixTitle: 'Let newuidmap and newgidmap write the map',
      costs: 'None: both are made for this. The range must be granted in /etc/subuid and /etc/subgid.',
      how: 'They take the place of the lines that write `/proc/PID/uid_map` and `gid_map`, while the process in the new namespace waits. `unshare --map-auto --map-root-user` does both.',
      undo: 'A map is gone with the last process of its namespace.',
    },
    zh,
  },
  judge({ uidMap, outerUidMap, rootless, launcher, subuids, caller, failure }, say) {
    const match: Match = { map: uidMap, setgroups: failure?.symptom === 'setgroups-file-denied', granted: ownRanges(subuids?.value, caller?.value)[0] };
    const refused = failure && ['id-map-write-denied', 'own-id-map-write-denied', 'setgroups-file-denied'].includes(failure.symptom) ? failure : undefined;
    // A shell's own words: nothing stood between it and the kernel.
    const byShell = refused && /\becho: write error:|^(?:bash|sh|zsh): .*\/(?:[ug]id_map|setgroups)/.test(refused.text);
    if (refused && byShell) return proved(match, [mark(refused, say('direct'))]);
    if (rootless?.value === false) return refuted([mark(rootless, say('root'))]);
    const outside = outerUidMap && uidMap?.value.extents.some(({ hostId }) => hostId.value !== undefined && !outerUidMap.value.holdsContainer(hostId.value));
    if (outside) return refuted([mark(outerUidMap, say('outside'))]);
    const many = uidMap?.value.extents.some(({ size }) => (size.value ?? 0) > 1) ? [mark(uidMap, say('many'))] : [];
    if (refused && many.length > 0 && rootless?.value && !launcher) return supported(match, [...many, mark(refused, say('refused'))], ['failure']);
    return open(match, ['outerUidMap', 'uidMap'], refused ? [mark(refused, say('refused'))] : []);
  },
  explain: ({ setgroups }, say) => ({ title: setgroups ? say('titleSetgroups') : say('title'), explanation: say('explanation') }),
  fixes({ granted }, say) {
    const pid = blank('PID of the waiting process');
    const [start, count] = [granted?.start ?? blank('first granted host ID'), granted?.count ?? blank('count of granted IDs')];
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        commands: [look`grep . /etc/subuid /etc/subgid`, change`newuidmap ${pid} 0 ${start} ${count}`, change`newgidmap ${pid} 0 ${start} ${count}`],
        undo: [say('undo')],
        verify: [look`cat /proc/${pid}/uid_map /proc/${pid}/gid_map`],
        notes: [say('how')],
      }),
    ];
  },
});
