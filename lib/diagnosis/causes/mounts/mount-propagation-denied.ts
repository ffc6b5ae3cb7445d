import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './mount-propagation-denied.zh';

interface Match {
  readonly asked: Known<string> | undefined;
}

export const mountPropagationDenied = defineCause({
  id: 'mount-propagation-denied',
  step: 'mount',
  effect: 'stops',
  explains: {
    'mount-propagation-refused': 'usually',
    'rootfs-unreachable': 'rarely',
    'mount-refused': 'rarely',
    'config-member-refused': 'rarely',
    'child-mount-refused': 'rarely',
  },
  uses: ['rootfsPropagation', 'mounts', 'failure'],
  references: [
    { title: 'mount_namespaces(7): shared subtrees and user namespaces', url: 'https://man7.org/linux/man-pages/man7/mount_namespaces.7.html' },
    { title: 'OCI runtime specification: rootfsPropagation', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#rootfs-mount-propagation' },
  ],
  words: {
    en: {
      name: 'The propagation of a mount cannot be set in the user namespace',
      pageWhy:
        'Mounts that a less privileged mount namespace inherits come as slaves: what is mounted inside never reaches the host. Asking for shared towards the host, or changing a locked mount, is refused. rslave and rprivate are what a user namespace can have.',
      pageTell: 'linux.rootfsPropagation, or an option shared or rshared of a mount, is given, and the message is about propagation. A warning that "/" is not shared stops nothing.',
      pageSure: 'The runtime was refused a change of propagation.',
      pageNot: 'linux.rootfsPropagation is slave or private. Asking for shared alone proves nothing.',
      title: 'The propagation `{asked}` cannot be had in a user namespace',
      titleUnknown: 'The propagation of a mount cannot be set in the user namespace',
      explanation: 'Mounts of the host are slaves in a user namespace, and stay so.',
      asked: 'This propagation is asked for.',
      told: 'The propagation could not be changed.',
      slave: 'A slave or private mount is what a user namespace has.',
      fixTitle: 'Ask for rslave (config only)',
      costs: 'Mounts made in the container are not seen by the host.',
      undo: 'Put `{asked}` back.',
    },
    zh,
  },
  judge({ rootfsPropagation, mounts, failure }, say) {
    const option = (mounts?.value ?? []).flatMap(({ options }) => options).find(({ value }) => /^r?shared$/.test(value));
    const shared = rootfsPropagation && /shared/.test(rootfsPropagation.value) ? rootfsPropagation : option;
    const match: Match = { asked: shared };
    const asked = shared ? [mark(shared, say('asked'))] : [];
    const told = failure?.symptom === 'mount-propagation-refused' ? [mark(failure, say('told'))] : [];
    if (told.length > 0 && shared) return proved(match, [...asked, ...told]);
    if (rootfsPropagation && !shared) return refuted([mark(rootfsPropagation, say('slave'))]);
    // The same words come of a runtime that lacks CAP_SYS_ADMIN over the mounts (do_change_type(), fs/namespace.c).
    return told.length > 0 ? supported(match, told, ['rootfsPropagation', 'mounts']) : open(match, ['failure'], asked);
  },
  explain({ asked }, say) {
    return { title: asked ? say('title', { asked: asked.value }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ asked }, say) {
    const edited = asked ? undefined : editConfig`.linux.rootfsPropagation = "rslave"`;
    const undo = edited?.undo ?? [say('undo', { asked: asked?.value ?? '' })];
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), patch: asked ? replace(asked, 'rslave') : [], commands: edited?.commands ?? [], undo, verify: [look`jq .linux.rootfsPropagation config.json`] })];
  },
});
