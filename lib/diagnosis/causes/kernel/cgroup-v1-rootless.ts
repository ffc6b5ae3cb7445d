import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { namesCgroupV1 } from '../../facts/cgroup-path';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './cgroup-v1-rootless.zh';

interface Match {
  readonly limits: readonly Known<string>[];
}

export const cgroupV1Rootless = defineCause({
  id: 'cgroup-v1-rootless',
  step: 'create-namespaces',
  effect: 'stops',
  explains: { 'cgroup-limits-refused': 'usually', 'cgroup-refused': 'sometimes', 'cgroup-mount-refused': 'rarely', 'rootless-environment-refused': 'rarely' },
  uses: ['resources', 'hostMounts', 'rootless', 'failure'],
  references: [
    { title: 'rootlesscontaine.rs: cgroup v2', url: 'https://rootlesscontaine.rs/getting-started/common/cgroup2/' },
    { title: 'cgroups(7): version 1 and delegation', url: 'https://man7.org/linux/man-pages/man7/cgroups.7.html' },
  ],
  words: {
    en: {
      name: 'Limits are asked for rootless on cgroup version 1, which cannot be delegated',
      pageWhy:
        'In version 1 each controller is a tree of its own that belongs to root, and giving a part of it to a user is not safe. Rootless runtimes therefore set no limits there and refuse a config that asks for some. Version 2 has one tree, and systemd delegates parts of it.',
      pageTell: '`stat -fc %T /sys/fs/cgroup` prints tmpfs on version 1 and cgroup2fs on version 2. On version 2 the missing delegation is the cause.',
      pageSure: 'The program names cgroup version 1; or the host mounts controllers of version 1 and an ordinary user was refused a limit.',
      pageNot: 'The host mounts cgroup2 on /sys/fs/cgroup.',
      title: 'A limit is asked for, and cgroup version 1 gives an ordinary user none',
      explanation: 'The host uses cgroup version 1. An ordinary user may set no limits in it.',
      limit: 'This limit is asked for.',
      v1: 'The host mounts controllers of version 1.',
      v2: 'The host uses cgroup version 2.',
      absent: 'What is missing here was not refused to anybody.',
      readonly: 'This tree is read-only for everybody, as the one of a container is.',
      path: 'This comes from a controller of version 1.',
      told: 'The limit could not be set.',
      said: 'The program says that it needs version 2.',
      dropTitle: 'Leave the limits out (config only)',
      dropCosts: 'No limits hold.',
      dropUndo: 'Put them back into `/linux/resources`.',
      bootTitle: 'Boot with cgroup version 2',
      bootCosts: 'A reboot; programs that know only version 1 must be newer (Docker 20.10, Kubernetes 1.25, runc 1.0).',
      bootUndo: 'Boot without the argument again.',
      bootHow: 'Kernel argument `systemd.unified_cgroup_hierarchy=1`. It is the default since Fedora 31, Debian 11, Ubuntu 21.10 and RHEL 9.',
    },
    zh,
  },
  judge({ resources, hostMounts, rootless, failure }, say) {
    const symptoms = ['cgroup-limits-refused', 'cgroup-refused'];
    const ours = failure && symptoms.includes(failure.symptom) ? failure : undefined;
    const limits = resources ?? [];
    const match: Match = { limits };
    const v1 = hostMounts?.find(({ type, target }) => type === 'cgroup' && !/systemd/.test(target));
    const v2 = hostMounts?.find(({ type, target }) => type === 'cgroup2' && target === '/sys/fs/cgroup');
    if (v2) return refuted([mark(v2.span, say('v2'))]);
    // What may not be written by this user is EACCES or EPERM; a tree that is read-only for everybody is that of a container.
    if (ours?.errno === 'EROFS') return refuted([mark(ours, say('readonly'))]);
    const asked = limits.slice(0, 4).map((limit) => mark(limit, say('limit')));
    if (ours && /cgroups? v1|requires? cgroup v2|without cgroups v2|cgroups in hybrid mode/i.test(ours.text)) return proved(match, [...asked, mark(ours, say('said'))]);
    // A file of a controller that is not there was refused to nobody: the kernel does not have the controller, or nobody set the parent up.
    if (ours?.errno === 'ENOENT' && namesCgroupV1(ours)) return refuted([mark(ours, say('absent'))]);
    if (ours && rootless?.value !== false && namesCgroupV1(ours)) {
      const marks = [...asked, mark(ours, say('path'))];
      return rootless ? proved(match, marks) : supported(match, marks, ['hostMounts']);
    }
    if (ours && v1 && rootless?.value !== false) return proved(match, [...asked, mark(v1.span, say('v1')), mark(ours, say('told'))]);
    return open(match, ['hostMounts'], ours ? [...asked, mark(ours, say('told'))] : asked);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ limits }, say) {
    const verify = [look`stat -fc %T /sys/fs/cgroup`];
    const patch = limits.flatMap(remove);
    const edited = patch.length > 0 ? undefined : editConfig`del(.linux.resources)`;
    const drop = fix({ title: say('dropTitle'), risk: 'review', costs: say('dropCosts'), patch, commands: edited?.commands ?? [], undo: edited?.undo ?? [say('dropUndo')], verify: [look`jq .linux.resources config.json`] });
    const boot = fix({ title: say('bootTitle'), risk: 'review', costs: say('bootCosts'), commands: verify, undo: [say('bootUndo')], verify, notes: [say('bootHow')] });
    return patch.length > 0 ? [drop, boot] : [boot, drop];
  },
});
