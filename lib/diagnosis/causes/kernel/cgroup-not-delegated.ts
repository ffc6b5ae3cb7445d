import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { namesCgroupV1 } from '../../facts/cgroup-path';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './cgroup-not-delegated.zh';

interface Match {
  readonly path: Known<string> | undefined;
  readonly limits: readonly Known<string>[];
}

export const cgroupNotDelegated = defineCause({
  id: 'cgroup-not-delegated',
  step: 'create-namespaces',
  effect: 'stops',
  explains: { 'cgroup-refused': 'usually', 'cgroup-limits-refused': 'usually', 'user-session-missing': 'usually', 'cgroup-mount-refused': 'rarely', 'rootless-environment-refused': 'rarely' },
  uses: ['cgroupsPath', 'resources', 'hostMounts', 'rootless', 'failure'],
  references: [
    { title: 'rootlesscontaine.rs: cgroup v2 and delegation', url: 'https://rootlesscontaine.rs/getting-started/common/cgroup2/' },
    { title: 'runc: cgroup v2', url: 'https://github.com/opencontainers/runc/blob/main/docs/cgroup-v2.md' },
  ],
  words: {
    en: {
      name: 'The user has no delegated cgroup: no controllers, or no session that gives one',
      pageWhy:
        'An ordinary user may make cgroups and set limits only below a cgroup that systemd has delegated to it, and only with the controllers that came along: memory and pids by default, cpu, cpuset and io on request. A path of its own in the root of the tree, or a start outside a user session, has none.',
      pageTell: 'The path in the message lies below /sys/fs/cgroup and outside user.slice, or a controller file is missing. On cgroup version 1 nothing can be delegated, another cause.',
      pageSure: 'An ordinary user was refused a cgroup or a controller.',
      pageNot: 'The host has cgroup version 1, where nothing can be delegated. Where root starts the runtime, the container around it may be the reason.',
      titlePath: 'The cgroup path `{path}` is not one that this user may make',
      titleLimit: 'A limit is asked for, and its controller is not delegated to the user',
      titleUnknown: 'The user has no delegated cgroup to make the container\'s in',
      explanation: 'The runtime makes a cgroup for the container and sets its limits. Neither is open to a user without a delegated cgroup.',
      path: 'This cgroup path is asked for.',
      limit: 'This limit is asked for.',
      told: 'The cgroup could not be made, joined or written.',
      session: 'No session of systemd or D-Bus answers.',
      v1: 'The host has cgroup version 1, which cannot be delegated.',
      sealed: 'The tree of cgroups is mounted read-only here, so nobody may make one in it.',
      caller: 'An ordinary user starts the runtime.',
      dropTitle: 'Leave the cgroup path and the limits out (config only)',
      dropCosts: 'No limits hold, and the container stays in the cgroup of its caller.',
      dropUndo: 'Put them back into `/linux`.',
      delegateTitle: 'Delegate the controllers to user sessions',
      delegateCosts: 'Users may divide their share of cpu and io among their own cgroups.',
      delegateUndo: 'Remove the drop-in and log in anew.',
      delegateHow: 'As root: `systemctl edit user@.service` with `[Service]` and `Delegate=cpu cpuset io memory pids`, then log in anew. In a service: `loginctl enable-linger USER`, and `systemd-run --user --scope` before the command.',
    },
    zh,
  },
  judge({ cgroupsPath, resources, hostMounts, rootless, failure }, say) {
    const symptoms = ['cgroup-refused', 'cgroup-limits-refused', 'user-session-missing'];
    const ours = failure && symptoms.includes(failure.symptom) ? failure : undefined;
    const limits = resources ?? [];
    const match: Match = { path: cgroupsPath, limits };
    const v1 = hostMounts?.find(({ type, target }) => type === 'cgroup' && !/systemd/.test(target));
    const v2 = hostMounts?.some(({ type }) => type === 'cgroup2');
    if (v1 && !v2 && ours?.symptom !== 'user-session-missing') return refuted([mark(v1.span, say('v1'))]);
    if (ours && ((!v2 && namesCgroupV1(ours)) || /cgroups in hybrid mode|without cgroups v2/.test(ours.text))) return refuted([mark(ours, say('v1'))]);
    if (!ours) return open(match, ['failure']);
    // What root may not write because the tree is read-only, no delegation opens.
    const sealed = ours.errno === 'EROFS' && rootless?.value === false ? hostMounts?.find(({ type, options }) => type.startsWith('cgroup') && options.includes('ro')) : undefined;
    if (sealed) return refuted([mark(sealed.span, say('sealed'))]);
    const asked = [...(cgroupsPath ? [mark(cgroupsPath, say('path'))] : []), ...limits.slice(0, 4).map((limit) => mark(limit, say('limit')))];
    const caller = rootless?.value ? [mark(rootless, say('caller'))] : [];
    if (ours.symptom === 'user-session-missing') return supported(match, [mark(ours, say('session'))], ['hostMounts']);
    if (ours.symptom === 'cgroup-limits-refused' && !v2) return open(match, ['hostMounts'], [...asked, mark(ours, say('told'))]);
    // For root, or where a read-only tree answers, the container around the runtime may be the matter.
    const sure = rootless?.value === true || (rootless === undefined && ours.errno !== 'EROFS' && ours.errno !== 'ENOENT');
    return !sure ? supported(match, [...asked, mark(ours, say('told'))], ['hostMounts']) : proved(match, [...asked, ...caller, mark(ours, say('told'))]);
  },
  explain({ path, limits }, say) {
    const explanation = say('explanation');
    if (path) return { title: say('titlePath', { path: path.value }), explanation };
    return { title: limits.length > 0 ? say('titleLimit') : say('titleUnknown'), explanation };
  },
  fixes({ path, limits }, say) {
    const verify = [look`cat /sys/fs/cgroup/cgroup.controllers /proc/self/cgroup`];
    const patch = [...(path ? remove(path) : []), ...limits.flatMap(remove)];
    const edited = patch.length > 0 ? undefined : editConfig`del(.linux.cgroupsPath, .linux.resources)`;
    const drop = fix({ title: say('dropTitle'), risk: 'review', costs: say('dropCosts'), patch, commands: edited?.commands ?? [], undo: edited?.undo ?? [say('dropUndo')], verify: [look`jq .linux.cgroupsPath,.linux.resources config.json`] });
    const delegate = fix({ title: say('delegateTitle'), risk: 'review', costs: say('delegateCosts'), commands: verify, undo: [say('delegateUndo')], verify, notes: [say('delegateHow')] });
    return patch.length > 0 ? [drop, delegate] : [delegate, drop];
  },
});
