import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Mount, Namespace } from '../../facts/facts';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { append, remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './mqueue-mount-without-ipc-namespace.zh';

interface Match {
  readonly mount: Mount | undefined;
  readonly namespaces: Known<readonly Namespace[]> | undefined;
  readonly joined: Namespace | undefined;
}

export const mqueueMountWithoutIpcNamespace = defineCause({
  id: 'mqueue-mount-without-ipc-namespace',
  step: 'mount',
  effect: 'stops',
  explains: { 'mqueue-mount-refused': 'usually' },
  uses: ['mounts', 'namespaces', 'failure'],
  references: [
    { title: 'Linux: ipc/mqueue.c', url: 'https://github.com/torvalds/linux/blob/master/ipc/mqueue.c' },
    { title: 'user_namespaces(7)', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
  ],
  words: {
    en: {
      name: 'An mqueue mount is asked for without a new ipc namespace',
      pageWhy:
        'mqueue shows the message queues of an ipc namespace, and only who has CAP_SYS_ADMIN in the user namespace that owns it may mount it. A container with a user namespace of its own does not own the ipc namespace of the host.',
      pageTell: 'linux.namespaces has no entry of type ipc, or one with a path (`--ipc=host`), and mounts has one of type mqueue.',
      pageSure: 'A new user namespace and a mount of type mqueue are asked for, and linux.namespaces has no entry of type ipc; or that namespace is joined and the mount was refused.',
      pageNot: 'The ipc namespace is new.',
      title: 'mqueue is to be mounted, but the container has no ipc namespace of its own',
      explanation: 'The kernel lets mqueue be mounted only by the user namespace that owns the ipc namespace.',
      mount: 'This mount is asked for.',
      none: 'There is no new ipc namespace among these.',
      joined: 'The ipc namespace is joined, not made.',
      fresh: 'The ipc namespace is a new one, which the container owns.',
      refused: 'The kernel refused the mount.',
      addTitle: 'Add a new ipc namespace (config only)',
      addCosts: 'The container no longer shares message queues and shared memory with the host.',
      addUndo: 'Take the entry out again.',
      dropTitle: 'Leave the mqueue mount out (config only)',
      dropCosts: 'POSIX message queues cannot be listed in the container.',
      dropUndo: 'Put the mount back.',
    },
    zh,
  },
  judge({ mounts, namespaces, failure }, say) {
    const mount = mounts?.value.find(({ type }) => type === 'mqueue');
    const entry = namespaces?.value.find(({ type }) => type === 'ipc');
    const user = namespaces?.value.find(({ type }) => type === 'user');
    const match: Match = { mount, namespaces, joined: entry?.path ? entry : undefined };
    if (entry && !entry.path) return refuted([mark(entry.span, say('fresh'))]);
    const refused = failure?.symptom === 'mqueue-mount-refused' ? [mark(failure, say('refused'))] : [];
    if (user && !user.path && mount && namespaces) {
      const where = entry ? mark(entry.span, say('joined')) : mark(namespaces, say('none'));
      return entry && refused.length === 0 ? open(match, ['failure'], [where]) : proved(match, [mark(mount.span, say('mount')), where, ...refused]);
    }
    // No other cause refuses mqueue: the kernel checks nothing else for it.
    return refused.length > 0 ? supported(match, refused, ['namespaces']) : open(match, ['namespaces']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ mount, namespaces, joined }, say) {
    const given = namespaces?.span.pointer?.endsWith('/namespaces') ? namespaces : undefined;
    const patch = joined?.path ? remove({ ...joined.span, pointer: `${joined.span.pointer ?? ''}/path` }) : given ? append(given, { type: 'ipc' }) : [];
    const edited = patch.length > 0 ? undefined : editConfig`.linux.namespaces = [.linux.namespaces[] | select(.type == "ipc" | not)] + [{"type": "ipc"}]`;
    const verify = [look`jq .linux.namespaces config.json`];
    const add = fix({ title: say('addTitle'), risk: 'review', costs: say('addCosts'), patch, commands: edited?.commands ?? [], undo: edited?.undo ?? [say('addUndo')], verify });
    if (!mount) return [add];
    return [add, fix({ title: say('dropTitle'), risk: 'review', costs: say('dropCosts'), patch: remove(mount.span), undo: [say('dropUndo')], verify: [look`jq .mounts config.json`] })];
  },
});
