import { defineCause, mark, open, proved, refuted } from '../../cause';
import { fix } from '../../fixes/fix';
import { blank } from '../../fixes/blank';
import { look } from '../../fixes/sh';
import { zh } from './caller-in-chroot.zh';

interface Match {
  readonly seen: boolean;
}

export const callerInChroot = defineCause({
  id: 'caller-in-chroot',
  step: 'create-namespaces',
  effect: 'stops',
  explains: { 'pod-namespace-refused': 'rarely', 'userns-creation-refused': 'rarely', 'namespaces-creation-refused': 'rarely', 'pivot-root-refused': 'rarely', 'init-vanished': 'rarely' },
  uses: ['insideChroot', 'failure'],
  references: [
    { title: 'user_namespaces(7) and unshare(2): EPERM in a chroot', url: 'https://man7.org/linux/man-pages/man2/unshare.2.html' },
    { title: 'Linux: kernel/user_namespace.c, create_user_ns', url: 'https://github.com/torvalds/linux/blob/master/kernel/user_namespace.c' },
  ],
  words: {
    en: {
      name: 'The runtime itself runs in a chroot, where no user namespace can be created',
      pageWhy:
        'The kernel refuses a new user namespace to a process whose root is not the root of its mount namespace: with the capabilities of the new namespace it could leave the chroot. The answer is EPERM, whatever the settings say. Build systems and rescue shells run in a chroot.',
      pageTell: '`ls -di /` prints another number than the root of the mount namespace; `systemd-detect-virt --chroot` says so. Outside the chroot the same command works.',
      pageSure: 'The session entered a chroot, and the namespace was refused with another answer than ENOSPC.',
      pageNot: 'systemd-detect-virt --chroot says no.',
      title: 'The runtime runs in a chroot, and the kernel makes no user namespace there',
      explanation: 'A process in a chroot may not create a user namespace (EPERM), so that it cannot leave the chroot by it.',
      chroot: 'The runtime is started in a chroot.',
      outside: 'The runtime is not started in a chroot.',
      refused: 'The kernel refused the namespace.',
      fixTitle: 'Enter the tree by pivot_root in place of chroot',
      costs: 'None.',
      how: '`unshare --mount --root=DIR` changes the root by pivot_root where the tree is a mount of its own; systemd-nspawn and `bwrap` do it too.',
    },
    zh,
  },
  judge({ insideChroot, failure }, say) {
    if (insideChroot?.value === false) return refuted([mark(insideChroot, say('outside'))]);
    const match: Match = { seen: insideChroot !== undefined };
    const symptoms = ['userns-creation-refused', 'namespaces-creation-refused', 'pivot-root-refused', 'init-vanished'];
    const ours = failure && symptoms.includes(failure.symptom) ? failure : undefined;
    if (insideChroot && ours && ours.errno !== 'ENOSPC') return proved(match, [mark(insideChroot, say('chroot')), mark(ours, say('refused'))]);
    return open(match, ['insideChroot'], insideChroot ? [mark(insideChroot, say('chroot'))] : []);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes(_, say) {
    return [fix({ title: say('fixTitle'), risk: 'review', costs: say('costs'), commands: [look`stat -Lc %d:%i / /proc/1/root`, look`findmnt -- ${blank('directory of the chroot')}`], undo: [], verify: [look`unshare -U true`], notes: [say('how')] })];
  },
});
