import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Known } from '../../documents/document';
import type { Namespace } from '../../facts/facts';
import { reopenedSysctl } from '../../facts/reopened-sysctl';
import { editConfig, editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { append, remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './sysctl-denied.zh';

/** Keys that a namespace has of its own, by prefix (runc: libcontainer/configs/validate/validator.go, sysctl). */
const namespaced: readonly (readonly [RegExp, string])[] = [
  [/^net\./, 'network'],
  [/^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)$|fs\.mqueue\.)/, 'ipc'],
  [/^kernel\.(?:domainname|hostname)$/, 'uts'],
  [/^user\./, 'user'],
];

/** A key may be written with slashes (sysctl.d(5)), as its file is. */
const dotted = (name: string | undefined) => name?.replaceAll('/', '.');
const typeOf = (name: string) => namespaced.find(([pattern]) => pattern.test(dotted(name) ?? ''))?.[1];

interface Match {
  readonly asked: Known<string> | undefined;
  readonly key: string | undefined;
  /** The kind of namespace that the key belongs to, and that is not new. */
  readonly lacks: string | undefined;
  readonly namespaces: Known<readonly Namespace[]> | undefined;
}

export const sysctlDenied = defineCause({
  id: 'sysctl-denied',
  step: 'finish-isolation',
  effect: 'stops',
  explains: { 'sysctl-refused': 'usually', 'privilege-missing': 'rarely' },
  uses: ['askedSysctls', 'namespaces', 'failure'],
  references: [
    { title: 'OCI runtime specification: sysctl', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#sysctl' },
    { title: 'Kubernetes: sysctls in a pod', url: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/' },
  ],
  words: {
    en: {
      name: 'linux.sysctl names a kernel setting that the container may not change',
      pageWhy:
        'Only settings that belong to a namespace can be set for a container: most of net.* in its network namespace, message queues and shared memory in its ipc namespace, the host name in its uts namespace. Others are the host\'s. Some of net.*, such as net.core.rmem_max, may be written only by root of the first user namespace.',
      pageTell: 'The message names the key or its file below /proc/sys. Look whether its namespace is new in linux.namespaces; "no such file" means that the key does not exist in a namespace of its own.',
      pageSure: 'The runtime was refused a setting; or the config sets one whose namespace is not new, or one of the host.',
      pageNot: 'Every setting of the config belongs to a namespace that is new. In a network namespace that is joined, its owner decides.',
      titleNamespace: '`{key}` belongs to the {type} namespace, which the container shares with the host',
      title: '`{key}` may not be set from inside a user namespace',
      titleUnknown: 'A kernel setting may not be set for this container',
      explanation: 'The runtime writes the setting as mapped root, inside the namespaces of the container, and was refused.',
      explanationNetwork: 'The runtime writes the setting as mapped root. A network namespace takes settings only from root of the user namespace that owns it: one that is shared with the host, or was made before the user namespace of the container, refuses them.',
      asked: 'This setting is asked for.',
      shared: 'There is no new {type} namespace among these.',
      told: 'The setting was refused.',
      fine: 'Every setting belongs to a namespace that is new.',
      dropTitle: 'Leave this setting out (config only)',
      dropCosts: 'The container has the value of its namespace, or of the host.',
      dropUndo: 'Put the setting back into `/linux/sysctl`.',
      addTitle: 'Add a new {type} namespace, which the container then owns (config only)',
      addCosts: 'The container no longer shares that namespace with the host.',
      addUndo: 'Take the entry out again.',
      host: 'A value for the whole host is set on the host: `sysctl -w`, or a file in /etc/sysctl.d.',
    },
    zh,
  },
  judge({ askedSysctls, namespaces, failure }, say) {
    const ours = failure?.symptom === 'sysctl-refused' ? failure : undefined;
    const file = /\/proc\/sys\/([\w./-]+)/.exec(ours?.text ?? '')?.[1];
    const key = dotted(ours?.values.quoted?.value ?? ours?.values.key?.value ?? file) ?? /sysctl ["'`]?([\w.-]+\.[\w.-]+)/.exec(ours?.text ?? '')?.[1];
    const isFresh = (type: string) => namespaces?.value.some((one) => one.type === type && !one.path);
    const host = (askedSysctls ?? []).find(({ value }) => namespaces !== undefined && (typeOf(value) === undefined || isFresh(typeOf(value) ?? '') === false));
    const asked = askedSysctls?.find(({ value }) => dotted(value) === key) ?? (ours ? askedSysctls?.[0] : host);
    const name = key ?? asked?.value;
    const type = name === undefined ? undefined : typeOf(name);
    const lacks = type && namespaces && isFresh(type) === false ? type : undefined;
    const match: Match = { asked, key: name, lacks, namespaces };
    const marks = [...(asked ? [mark(asked, say('asked'))] : []), ...(lacks && namespaces ? [mark(namespaces, say('shared', { type: lacks }))] : [])];
    if (ours) {
      // A network namespace that is joined has an owner of its own, who decides.
      const foreign = type === 'network' && namespaces?.value.some((one) => one.type === 'network' && one.path);
      // Its owner may write it: what refuses it then is a security module.
      if (!lacks && !foreign && reopenedSysctl(ours)) return namespaces ? refuted([mark(namespaces, say('fine'))]) : open(match, ['namespaces'], marks);
      return foreign ? supported(match, [...marks, mark(ours, say('told'))], ['namespaces']) : proved(match, [...marks, mark(ours, say('told'))]);
    }
    if (host && asked) return proved(match, marks);
    const [first] = askedSysctls ?? [];
    return first && namespaces ? refuted([mark(first, say('fine'))]) : open(match, ['namespaces']);
  },
  explain({ key, lacks }, say) {
    if (!key) return { title: say('titleUnknown'), explanation: say('explanation') };
    if (lacks) return { title: say('titleNamespace', { key, type: lacks }), explanation: say('explanation') };
    // Linux, net/sysctl_net.c, net_ctl_permissions: root of the owner alone may write as the file's owner does.
    return { title: say('title', { key }), explanation: say(typeOf(key) === 'network' ? 'explanationNetwork' : 'explanation') };
  },
  fixes({ asked, key, lacks, namespaces }, say) {
    const given = lacks && namespaces?.span.pointer?.endsWith('/namespaces') ? namespaces : undefined;
    const verify = [look`jq .linux.sysctl,.linux.namespaces config.json`];
    const joined = namespaces?.value.some(({ type, path }) => type === lacks && path);
    const add = given && lacks && !joined ? [fix({ title: say('addTitle', { type: lacks }), risk: 'review', costs: say('addCosts'), patch: append(given, { type: lacks }), undo: [say('addUndo')], verify })] : [];
    const edited = asked ? undefined : key ? editConfigWith({ key }, '.linux.sysctl |= with_entries(select(.key | gsub("/"; ".") == $key | not))') : editConfig`del(.linux.sysctl)`;
    const drop = fix({ title: say('dropTitle'), risk: 'review', costs: say('dropCosts'), patch: asked ? remove(asked) : [], commands: edited?.commands ?? [], undo: edited?.undo ?? [say('dropUndo')], verify, notes: [say('host')] });
    return [...add, drop];
  },
});
