import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './unprivileged-userns-disabled.zh';

interface Match {
  readonly value: Known<string> | undefined;
}

const setting = 'kernel.unprivileged_userns_clone';

/** The switch is a patch of Debian that Ubuntu and Arch took over; kernels of others do not have it (rootlesscontaine.rs, sysctl). */
const withoutSwitch = /fedora|red ?hat|\brhel|centos|rocky|almalinux|oracle linux|suse|sles|amazon linux|alpine|nixos|\.el\d|\.fc\d|\.amzn\d/i;

export const unprivilegedUsernsDisabled = defineCause({
  id: 'unprivileged-userns-disabled',
  step: 'create-namespaces',
  effect: 'stops',
  explains: {
    'pod-namespace-refused': 'rarely',
    'userns-switched-off': 'usually',
    'userns-creation-refused': 'usually',
    'namespaces-creation-refused': 'sometimes',
    'init-vanished': 'sometimes',
    'userns-creation-exhausted': 'rarely',
  },
  uses: ['sysctls', 'versions', 'rootless', 'switchesRead', 'failure', 'failures'],
  references: [
    { title: 'rootlesscontaine.rs: sysctl', url: 'https://rootlesscontaine.rs/getting-started/common/sysctl/' },
    { title: 'Debian wiki: LXC, unprivileged containers', url: 'https://wiki.debian.org/LXC' },
  ],
  words: {
    en: {
      name: 'kernel.unprivileged_userns_clone is 0, which stops an ordinary user',
      pageWhy:
        'Kernels of Debian, Ubuntu and Arch carry a switch that lets only root create user namespaces. Debian up to 10 and hardened Arch kernels ship it as 0; Debian 11 and later and Ubuntu as 1. With 0, unshare and clone answer EPERM to everyone else.',
      pageTell: '`sysctl kernel.unprivileged_userns_clone` prints 0. On other kernels the setting does not exist. A caller who is root is never stopped by it.',
      pageSure: 'A program names the switch; or it is 0, and an ordinary user starts the runtime or a user namespace was refused.',
      pageNot: 'The switch is 1 or does not exist, root starts the runtime, or the host runs Ubuntu, which ships it as 1.',
      title: '`kernel.unprivileged_userns_clone` is 0, so only root may create a user namespace',
      titleUnknown: 'The kernel may refuse user namespaces to ordinary users',
      explanation: 'The runtime is started by an ordinary user, and this kernel gives user namespaces to root alone.',
      off: 'The switch is off.',
      on: 'The switch is on.',
      none: 'This kernel has no such switch.',
      told: 'The program says which setting stops it.',
      root: 'The runtime is started by root, whom the switch does not concern.',
      refused: 'The kernel refused a user namespace.',
      other: 'The switch answers "operation not permitted", and this is another answer.',
      unnamed: 'The program reads the switch after such a refusal, and would have named it.',
      ubuntu: 'Ubuntu ships the switch as 1.',
      unpatched: 'Kernels of this distribution do not have the switch.',
      fixTitle: 'Let ordinary users create user namespaces (kernel setting)',
      fixCosts: 'More of the kernel is open to every user of this host.',
      persist: 'To keep it past a restart, write `kernel.unprivileged_userns_clone = 1` to a file in `/etc/sysctl.d`.',
    },
    zh,
  },
  judge({ sysctls, versions, rootless, switchesRead, failure, failures }, say) {
    const value = sysctls?.get(setting);
    const match: Match = { value };
    const refused = failure && failure.symptom in { 'userns-creation-refused': 0, 'namespaces-creation-refused': 0, 'pod-namespace-refused': 0, 'init-vanished': 0 } ? [mark(failure, say('refused'))] : [];
    if (failure?.symptom === 'userns-switched-off') return proved(match, [mark(failure, say('told')), ...(value ? [mark(value, say('off'))] : [])]);
    // RootlessKit reads the switch before it starts its child, and names it only where it is 0 (pkg/parent/warn.go).
    const told = failures?.find(({ symptom }) => symptom === 'userns-switched-off');
    if (told && refused.length > 0 && failure?.errno === 'EPERM' && value?.value !== '1') return proved(match, [mark(told, say('told')), ...refused]);
    if (value && value.value !== '0') return refuted([mark(value, value.value === 'missing' ? say('none') : say('on'))]);
    if (rootless?.value === false) return refuted([mark(rootless, say('root'))]);
    if (!value && failure?.errno === 'EACCES' && failure.symptom in { 'userns-creation-refused': 0, 'namespaces-creation-refused': 0 }) return refuted([mark(failure, say('other'))]);
    if (!value && switchesRead) return refuted([mark(switchesRead, say('unnamed'))]);
    if (value && refused.length > 0) return proved(match, [mark(value, say('off')), ...refused]);
    if (value && rootless?.value) return proved(match, [mark(value, say('off'))]);
    if (value) return supported(match, [mark(value, say('off'))], ['rootless']);
    const distribution = [...(versions ?? [])].find(([, version]) => /ubuntu/i.test(version.value));
    if (distribution) return refuted([mark(distribution[1], say('ubuntu'))]);
    const other = [...(versions ?? [])].find(([, version]) => withoutSwitch.test(version.value));
    if (other) return refuted([mark(other[1], say('unpatched'))]);
    return open(match, ['sysctls', 'versions'], refused);
  },
  explain: ({ value }, say) => ({ title: value ? say('title') : say('titleUnknown'), explanation: say('explanation') }),
  fixes: (_, say) => [
    fix({
      title: say('fixTitle'),
      risk: 'review',
      costs: say('fixCosts'),
      commands: [look`sysctl kernel.unprivileged_userns_clone`, change`sysctl -w kernel.unprivileged_userns_clone=1`],
      undo: [change`sysctl -w kernel.unprivileged_userns_clone=0`],
      verify: [look`sysctl -n kernel.unprivileged_userns_clone`],
      notes: [say('persist')],
    }),
  ],
});
