import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, join, look } from '../../fixes/sh';
import { zh } from './max-user-namespaces-reached.zh';

interface Match {
  readonly limit: Known<string> | undefined;
}

const setting = 'user.max_user_namespaces';
/** The customary advice of runtimes' set-up guides where a distribution ships 0 (runc README, rootlesscontaine.rs). */
const customary = 28633;
/** Kernels of RHEL and CentOS 7 from 7.5 on need no boot argument any more, and ship the limit 0. */
const zeroAsShipped = /^3\.10\.0-(?:8[6-9]\d|9\d\d|1\d{3})\b.*el7/;
/** The releases with such kernels, by their names; early 7.x needs a boot argument as well. */
const shipsZero = /(?:cent ?os|red ?hat|rhel|oracle|scientific)\D{0,48}\b7\b|\.el7\b/i;
/** Fewer than this are used up by a handful of sandboxed programs. */
const low = 64;

export const maxUserNamespacesReached = defineCause({
  id: 'max-user-namespaces-reached',
  step: 'create-namespaces',
  effect: 'stops',
  explains: {
    'userns-creation-exhausted': 'usually',
    'init-vanished': 'sometimes',
    'remaining-namespaces-refused': 'rarely',
    'userns-unknown-to-kernel': 'sometimes',
    'userns-creation-refused': 'rarely',
  },
  uses: ['sysctls', 'versions', 'failure'],
  references: [
    { title: 'namespaces(7): /proc/sys/user', url: 'https://man7.org/linux/man-pages/man7/namespaces.7.html' },
    { title: 'unshare(2): ENOSPC', url: 'https://man7.org/linux/man-pages/man2/unshare.2.html' },
  ],
  words: {
    en: {
      name: 'user.max_user_namespaces is 0 or used up, or namespaces are nested too deep',
      pageWhy:
        'The kernel counts the user namespaces of each user, in every ancestor namespace as well, and refuses one more with ENOSPC ("No space left on device") since Linux 4.9. The same answer is given past a nesting depth of 32. RHEL and CentOS 7 ship the limit 0, and so do hardened (STIG) hosts.',
      pageTell: '"No space left on device" from unshare or clone has nothing to do with a disk. `sysctl user.max_user_namespaces` shows the limit; a denial by policy says "Operation not permitted".',
      pageSure: 'unshare or clone of a user namespace answered ENOSPC (EUSERS before Linux 4.9), or the sysctl is 0.',
      pageNot: 'The limit is far from used up, and the kernel gave another answer than ENOSPC.',
      titleZero: '`user.max_user_namespaces` is 0, so the kernel gives no user namespace',
      titleUsed: 'The limit `user.max_user_namespaces` is used up: the kernel gives no further user namespace',
      explanation: '"No space left on device" here means the count of user namespaces, not a disk. The kernel answers so when the limit of this user, or of an ancestor namespace, is reached, or past 32 levels of nesting.',
      zero: 'The limit is 0.',
      small: 'The limit is {limit}.',
      told: 'The kernel had no user namespace left to give.',
      shipped: 'Kernels of RHEL and CentOS 7 ship the limit 0, and answer "invalid argument" to it.',
      invalid: 'This kernel answers "no space left" where the limit is reached.',
      otherAnswer: 'Nothing tells that the limit is reached.',
      enough: 'The limit is {limit}, and the kernel did not answer that it is reached.',
      fixTitle: 'Raise user.max_user_namespaces on the host',
      fixCosts: 'Users of this host may create user namespaces, which opens more of the kernel to them.',
      deepTitle: 'Find the namespace that is at its limit, or nest less deep',
      deepCosts: 'None: it only reads.',
      deepHow: 'The limit of this host is not low. Each user namespace has a limit of its own, and 32 levels are the most: look where the runtime is started, raise the limit there with `sysctl -w user.max_user_namespaces={value}`, or start it from a level nearer to the host.',
      persist: 'To keep it past a restart, write the line `{line}` to a file in `/etc/sysctl.d`.',
      nested: 'Inside a container the limit of the outer namespaces counts too: run it on the host.',
    },
    zh,
  },
  judge({ sysctls, versions, failure }, say) {
    const limit = sysctls?.get(setting);
    const count = limit && /^\d+$/.test(limit.value) ? Number(limit.value) : undefined;
    const match: Match = { limit };
    const told = failure?.symptom === 'userns-creation-exhausted' ? [mark(failure, say('told'))] : [];
    if (limit && count === 0) return proved(match, [mark(limit, say('zero')), ...told]);
    // ENOSPC and EUSERS from unshare and clone of a user namespace mean nothing else (kernel/user_namespace.c, create_user_ns).
    if (told.length > 0) return proved(match, [...told, ...(limit && count !== undefined ? [mark(limit, say('small', { limit: count }))] : [])]);
    if (limit && count !== undefined && count >= low) return refuted([mark(limit, say('enough', { limit: count }))]);
    const kernel = versions?.get('linux');
    if (kernel && failure?.symptom === 'userns-unknown-to-kernel') {
      return zeroAsShipped.test(kernel.value) ? supported(match, [mark(kernel, say('shipped'))], ['sysctls']) : refuted([mark(kernel, say('invalid'))]);
    }
    if (failure?.symptom === 'userns-creation-refused') {
      // With an errno it is another one than ENOSPC; Chromium prints none.
      const host = failure.errno ? undefined : [...(versions ?? [])].find(([, version]) => shipsZero.test(version.value));
      return host ? supported(match, [mark(host[1], say('shipped'))], ['sysctls']) : refuted([mark(failure, say('otherAnswer'))]);
    }
    return open(match, ['sysctls']);
  },
  explain: ({ limit }, say) => ({ title: limit?.value === '0' ? say('titleZero') : say('titleUsed'), explanation: say('explanation') }),
  fixes({ limit }, say) {
    const current = limit && /^\d+$/.test(limit.value) ? Number(limit.value) : 0;
    const value = Math.max(customary, current * 2);
    const now = look`sysctl user.max_user_namespaces`;
    const where = [look`cat /proc/self/uid_map`, now];
    const deep = fix({ title: say('deepTitle'), risk: 'review', costs: say('deepCosts'), commands: where, undo: [], verify: where, notes: [say('deepHow', { value: customary })] });
    return [
      ...(current >= customary ? [deep] : []),
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('fixCosts'),
        // Never lowers it: the host may allow more than the namespace that the evidence shows.
        commands: [now, join`[ "$(${look`sysctl -n user.max_user_namespaces`})" -ge ${look`${value}`} ] || ${change`sysctl -w user.max_user_namespaces=${value}`}`],
        undo: [change`sysctl -w user.max_user_namespaces=${limit ? current : blank('old value')}`],
        verify: [look`sysctl -n user.max_user_namespaces`],
        notes: [say('persist', { line: `user.max_user_namespaces = ${value}` }), say('nested')],
      }),
    ];
  },
});
