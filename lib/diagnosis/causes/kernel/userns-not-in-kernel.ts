import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './userns-not-in-kernel.zh';

/** Kernels of RHEL and CentOS 7 up to 7.4 have user namespaces only with a boot argument (moby, contrib/check-config). */
const argumentNeeded = /^3\.10\.0-(\d{1,4})\b.*el7/;
const lastWithArgument = 693;

interface Match {
  readonly kernel: Known<string> | undefined;
}

export const usernsNotInKernel = defineCause({
  id: 'userns-not-in-kernel',
  step: 'create-namespaces',
  effect: 'stops',
  explains: {
    'pod-namespace-refused': 'rarely',
    'namespace-unsupported': 'usually', 'userns-unknown-to-kernel': 'usually', 'userns-creation-refused': 'rarely', 'namespaces-creation-refused': 'rarely',
    'init-vanished': 'rarely', 'idmap-mount-refused': 'rarely',
  },
  uses: ['sysctls', 'versions', 'failure'],
  references: [
    { title: 'user_namespaces(7): CONFIG_USER_NS', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'runc: validate, usernamespace', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/configs/validate/validator.go' },
  ],
  words: {
    en: {
      name: 'The kernel is built without user namespaces, or booted with them off',
      pageWhy:
        'Without CONFIG_USER_NS the call that makes a user namespace answers EINVAL, and /proc/self/ns/user does not exist; runc says so before it tries. Kernels of RHEL and CentOS 7 up to 7.4 have the code and need the boot argument user_namespace.enable=1.',
      pageTell: '`ls /proc/self/ns/user` finds nothing. EPERM means that they exist and are not for this caller, "no space left" that their number is used up.',
      pageSure: 'The runtime says that the kernel has no user namespaces, or clone and unshare answer EINVAL for them.',
      pageNot: 'user.max_user_namespaces holds a number above 0: the kernel counts them.',
      title: 'This kernel has no user namespaces',
      explanation: 'The kernel was built without CONFIG_USER_NS, or was booted with user namespaces switched off.',
      told: 'The runtime found no user namespaces.',
      invalid: 'The kernel does not know what it was asked for.',
      argument: 'Kernels of RHEL and CentOS 7 up to 7.4 need a boot argument for it.',
      failed: 'The start ended while namespaces were made.',
      there: 'The kernel has user namespaces: it counts them.',
      fixTitle: 'Boot with user_namespace.enable=1, or a kernel that has CONFIG_USER_NS',
      costs: 'A reboot.',
      undo: 'Take the boot argument out again: `grubby --update-kernel=ALL --remove-args=user_namespace.enable=1`.',
      limit: 'On RHEL and CentOS 7 also: `sysctl -w user.max_user_namespaces=28633`, which is 0 there.',
    },
    zh,
  },
  judge({ sysctls, versions, failure }, say) {
    const kernel = versions?.get('linux');
    const match: Match = { kernel };
    const count = sysctls?.get('user.max_user_namespaces');
    if (failure?.symptom === 'namespace-unsupported') return proved(match, [mark(failure, say('told'))]);
    if (count && /^[1-9]/.test(count.value)) return refuted([mark(count, say('there'))]);
    if (failure?.symptom === 'userns-unknown-to-kernel') {
      const marks = [mark(failure, say('invalid'))];
      const tells = /not support(?:ed)?\b.{0,24}\b(?:user namespaces|your system)|User namespace not supported/i.test(failure.text);
      // Where all namespaces are asked for in one call, another one of them may be what the kernel does not know.
      const named = /user ?ns|user namespace|newuser|uid_map|gid_map|setgroups|ns\/user/i.test(failure.text) || /\bunshare\s(?:.*\s)?(?:-\w*[Ur]|--user|--map)/.test(failure.command ?? '');
      // RHEL 7 answers EINVAL where its limit is 0 as well, which it is as shipped (podman, rootless_linux.c prints both).
      return tells || (named && kernel && !/\.el7/.test(kernel.value)) ? proved(match, marks) : supported(match, marks, ['versions', 'sysctls']);
    }
    const release = Number(argumentNeeded.exec(kernel?.value ?? '')?.[1] ?? Infinity);
    if (kernel && failure && release <= lastWithArgument) return supported(match, [mark(kernel, say('argument')), mark(failure, say('failed'))], ['sysctls']);
    return open(match, ['versions']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes(_, say) {
    const verify = [look`ls -l /proc/self/ns/user`, look`uname -r`];
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        commands: [...verify, change`grubby --update-kernel=ALL --args=user_namespace.enable=1`],
        undo: [say('undo')],
        verify,
        notes: [say('limit')],
      }),
    ];
  },
});
