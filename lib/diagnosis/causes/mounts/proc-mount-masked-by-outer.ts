import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { HostMount, Mount } from '../../facts/facts';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { change, look } from '../../fixes/sh';
import { zh } from './proc-mount-masked-by-outer.zh';

interface Match {
  readonly mount: Mount | undefined;
  readonly target: '/proc' | '/sys';
}

export const procMountMaskedByOuter = defineCause({
  id: 'proc-mount-masked-by-outer',
  step: 'mount',
  effect: 'stops',
  explains: {
    'proc-mount-refused': 'usually',
    'sysfs-mount-refused': 'sometimes',
    'masked-path-refused': 'sometimes',
    'cgroup-mount-refused': 'rarely',
    'mount-flags-locked': 'rarely',
    'sysctl-refused': 'rarely',
    'mount-too-revealing': 'usually',
  },
  uses: ['hostMounts', 'mounts', 'insideContainer', 'failure'],
  references: [
    { title: 'Linux: fs/namespace.c, mount_too_revealing', url: 'https://github.com/torvalds/linux/blob/master/fs/namespace.c' },
    { title: 'Kubernetes: procMount', url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/' },
  ],
  words: {
    en: {
      name: 'The outer container masks /proc or /sys, so the kernel refuses a fresh one',
      pageWhy:
        'Inside a user namespace the kernel mounts a new proc or sysfs only where one is fully visible already: with no mount on top of its files, and not read-only where the new one would be writable. A container engine masks parts of /proc and /sys for its containers, so a runtime inside such a container is refused with EPERM.',
      pageTell: 'The runtime itself runs in a container, and `grep /proc /proc/self/mountinfo` there shows mounts below /proc. On a host without such mounts, the pid (or network) namespace is not a new one.',
      pageSure: 'The mounts where the runtime runs show one below /proc (or /sys), or a read-only one, and the new mount was refused; or the kernel says "Mount too revealing".',
      pageNot: 'Nothing is mounted below /proc there, and it is not read-only.',
      title: 'Parts of `{target}` are masked where the runtime runs, so the kernel refuses a fresh mount of it',
      explanation: 'The kernel would show through a new mount what the outer container hides, and therefore answers "operation not permitted".',
      masked: 'This mount covers a part of `{target}`.',
      readonly: '`{target}` itself is mounted read-only here.',
      bare: 'Nothing is mounted below `{target}` here.',
      refused: 'The kernel refused the mount.',
      inside: 'The runtime runs in a container, whose engine masks parts of /proc and /sys.',
      told: 'The kernel says that the mount would reveal what is hidden outside.',
      bindTitle: 'Bind the outer {target} instead of mounting a new one (config only)',
      bindCosts: 'The inner container sees the outer one through {target}.',
      bindUndo: 'Put the old mount back at `{pointer}`.',
      outerTitle: 'Start the outer container with {target} unmasked',
      outerCosts: 'The outer container sees and may write what its engine hides from it.',
    },
    zh,
  },
  judge({ hostMounts, mounts, insideContainer, failure }, say) {
    const target = failure?.symptom === 'sysfs-mount-refused' ? '/sys' : '/proc';
    const type = target === '/sys' ? 'sysfs' : 'proc';
    const mount = mounts?.value.find((one) => one.type === type && !one.bind);
    const match: Match = { mount, target };
    const refused = failure && (failure.symptom === 'proc-mount-refused' || failure.symptom === 'sysfs-mount-refused') ? [mark(failure, say('refused'))] : [];
    // Only mount_too_revealing() prints it (fs/namespace.c).
    if (failure?.symptom === 'mount-too-revealing') return proved(match, [mark(failure, say('told'))]);
    const covering = (hostMounts ?? []).filter((one) => covers(one, target));
    const itself = hostMounts?.find((one) => one.target === target && one.type === type);
    if (covering.length > 0 && refused.length > 0) {
      return proved(match, [...covering.slice(0, 4).map(({ span }) => mark(span, say('masked', { target }))), ...refused]);
    }
    if (itself?.options.includes('ro') && refused.length > 0) return proved(match, [mark(itself.span, say('readonly', { target })), ...refused]);
    if (itself && covering.length === 0) return refuted([mark(itself.span, say('bare', { target }))]);
    if (insideContainer && refused.length > 0) return supported(match, [mark(insideContainer, say('inside')), ...refused], ['hostMounts']);
    return open(match, ['hostMounts'], refused);
  },
  explain: ({ target }, say) => ({ title: say('title', { target }), explanation: say('explanation') }),
  fixes({ mount, target }, say) {
    const options = target === '/sys' ? ['rbind', 'nosuid', 'nodev', 'noexec', 'ro'] : ['rbind', 'nosuid', 'nodev', 'noexec'];
    const outer = fix({
      title: say('outerTitle', { target }),
      risk: 'review',
      costs: say('outerCosts'),
      lowersIsolation: true,
      commands: [
        look`grep -E ' /(proc|sys)' /proc/self/mountinfo`,
        change`podman run --security-opt unmask=ALL ${blank('options and image of the outer container')}`,
      ],
      undo: [change`podman run ${blank('options and image of the outer container')}`],
      verify: [look`grep -E ' /(proc|sys)' /proc/self/mountinfo`],
    });
    if (!mount) return [outer];
    const bind = fix({
      title: say('bindTitle', { target }),
      risk: 'review',
      costs: say('bindCosts', { target }),
      lowersIsolation: true,
      patch: replace(mount, { destination: target, type: 'none', source: target, options }),
      undo: [say('bindUndo', { pointer: mount.span.pointer ?? '' })],
      verify: [look`jq .mounts config.json`],
    });
    return [bind, outer];
  },
});

/** Mounts on top of a part; binfmt_misc and the like lie on permanently empty directories (fs/namespace.c). */
function covers({ target, type }: HostMount, of: string): boolean {
  return target.startsWith(`${of}/`) && !['binfmt_misc', 'autofs', 'cgroup', 'cgroup2', 'debugfs', 'tracefs', 'securityfs', 'pstore', 'bpf', 'configfs', 'fusectl', 'efivarfs', 'mqueue'].includes(type);
}
