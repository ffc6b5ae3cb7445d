import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import { nextFree, rangesOf } from '../../facts/subid-ranges';
import type { SubidRange } from '../../facts/facts';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, look, userName } from '../../fixes/sh';
import { zh } from './subid-range-outside-idmapped-home.zh';

/** The IDs that systemd-homed passes through the ID-mapped mount of a home directory (systemd: docs/UIDS-GIDS.md). */
const passed = { first: 524288, last: 1878982656 } as const;

interface Match {
  readonly user: string | undefined;
  readonly grant: SubidRange | undefined;
  /** Where a range may begin that passes and is nobody's yet. */
  readonly first: number;
}

export const subidRangeOutsideIdmappedHome = defineCause({
  id: 'subid-range-outside-idmapped-home',
  step: 'unpack-image',
  effect: 'stops',
  explains: { 'id-too-large': 'usually', 'image-ids-not-mapped': 'rarely' },
  uses: ['subuids', 'caller', 'failure'],
  references: [
    { title: 'systemd: users, groups, UIDs and GIDs', url: 'https://systemd.io/UIDS-GIDS/' },
    { title: 'rootlesscontaine.rs: systemd-homed', url: 'https://rootlesscontaine.rs/getting-started/common/subuid/' },
  ],
  words: {
    en: {
      name: 'The home directory is an ID-mapped mount that does not pass the granted IDs',
      pageWhy:
        'systemd-homed mounts a home directory with mapped IDs: the owner becomes the user, and of the rest only 524288 to 1878982656 pass unchanged. A file of another ID cannot be made there, and the kernel answers EOVERFLOW. The customary range from 100000 on lies outside.',
      pageTell: 'The answer is "value too large for defined data type" from lchown or mkdir below the home directory, and `homectl inspect` knows the user.',
      pageSure: 'A file below the home directory could not be given its owner (EOVERFLOW), and the granted range lies outside 524288 to 1878982656.',
      pageNot: 'The granted range lies within these numbers.',
      title: 'The home directory does not pass the granted range {range}',
      titleUnknown: 'The home directory does not pass the granted subordinate IDs',
      explanation: 'The home directory is mounted with mapped IDs, which leave out the range that the user is granted.',
      told: 'The kernel could not give this ID to a file there.',
      grant: 'This range lies outside 524288 to 1878982656.',
      within: 'This range passes.',
      fixTitle: 'Grant a range that the home directory passes, from {first} on',
      costs: 'These host IDs belong to the user from then on; files of the old range keep their owner.',
      migrate: 'Remove the storage that was half filled, and run `podman system migrate` as that user.',
      move: 'Or keep the storage outside the home directory: `graphroot` in storage.conf, `data-root` of Docker.',
    },
    zh,
  },
  judge({ subuids, caller, failure }, say) {
    const ours = failure?.symptom === 'id-too-large' ? failure : undefined;
    const ranges = rangesOf(subuids?.value, caller?.value);
    const grant = ranges[0] ?? (subuids?.value.ranges.length === 1 ? subuids.value.ranges[0] : undefined);
    const outside = grant && (grant.start < passed.first || grant.start + grant.count > passed.last) ? grant : undefined;
    const match: Match = { user: caller?.value.name ?? grant?.owner, grant: outside, first: nextFree([subuids?.value], passed.first) };
    if (grant && !outside) return refuted([mark(grant.span, say('within'))]);
    if (ours && outside) return proved(match, [mark(outside.span, say('grant')), mark(ours, say('told'))]);
    // chown of a file answers EOVERFLOW only where the mount maps IDs (fs/attr.c, notify_change).
    return ours && /lchown/i.test(ours.text) ? supported(match, [mark(ours, say('told'))], ['subuids']) : open(match, ['subuids'], ours ? [mark(ours, say('told'))] : []);
  },
  explain({ grant }, say) {
    const title = grant ? say('title', { range: `${grant.start}-${grant.start + grant.count - 1}` }) : say('titleUnknown');
    return { title, explanation: say('explanation') };
  },
  fixes({ user, grant, first }, say) {
    const name = userName(user) ?? blank('user');
    const last = first + 65535;
    const drop = grant ? [change`usermod --del-subuids ${grant.start}-${grant.start + grant.count - 1} --del-subgids ${grant.start}-${grant.start + grant.count - 1} ${name}`] : [];
    const back = grant ? [change`usermod --add-subuids ${grant.start}-${grant.start + grant.count - 1} --add-subgids ${grant.start}-${grant.start + grant.count - 1} ${name}`] : [];
    const verify = [look`grep . /etc/subuid /etc/subgid`];
    return [
      fix({
        title: say('fixTitle', { first }),
        risk: 'review',
        costs: say('costs'),
        commands: [...verify, ...drop, change`usermod --add-subuids ${first}-${last} --add-subgids ${first}-${last} ${name}`],
        undo: [change`usermod --del-subuids ${first}-${last} --del-subgids ${first}-${last} ${name}`, ...back],
        verify,
        notes: [say('migrate'), say('move')],
      }),
    ];
  },
});
