import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Namespace } from '../../facts/facts';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './joined-namespace-foreign.zh';

interface Match {
  readonly joined: Namespace | undefined;
}

export const joinedNamespaceForeign = defineCause({
  id: 'joined-namespace-foreign',
  step: 'create-namespaces',
  effect: 'stops',
  explains: {
    'namespace-join-refused': 'usually',
    'sysctl-refused': 'sometimes',
    'sysfs-mount-refused': 'sometimes',
    'namespace-path-not-found': 'rarely',
    'init-vanished': 'rarely',
  },
  uses: ['namespaces', 'failure'],
  references: [
    { title: 'setns(2): permissions', url: 'https://man7.org/linux/man-pages/man2/setns.2.html' },
    { title: 'user_namespaces(7): which user namespace owns another namespace', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
  ],
  words: {
    en: {
      name: 'A namespace that is joined by its path belongs to another user namespace',
      pageWhy:
        'Each namespace belongs to the user namespace in which it was made. To join it, or to change what it holds (network settings, a sysfs mount), a process needs capabilities in that user namespace. A container with a user namespace of its own has none in a network namespace of the host.',
      pageTell: 'A namespace other than user has a path while the user namespace is new. `lsns -t net -o NS,PATH,PID,USER` and the owner of /proc/PID/ns/user tell whose it is. A path that is gone gives "no such file".',
      pageSure: 'A namespace has a path and setns was refused with EPERM or EACCES; or a network namespace is joined into a new user namespace, and a network setting or the sysfs mount was refused.',
      pageNot: 'No namespace is joined by a path.',
      title: 'The {type} namespace `{path}` belongs to another user namespace than the container\'s',
      titleUnknown: 'A namespace that is joined belongs to another user namespace',
      explanation: 'The container gets a user namespace of its own, and has no capability in a namespace that another one owns: it may not join it, nor change what belongs to it.',
      joined: 'This namespace is joined; the user namespace of the container does not own it.',
      fresh: 'The user namespace is a new one.',
      refused: 'The kernel did not let it be joined.',
      changed: 'What belongs to the joined namespace could not be changed.',
      none: 'No namespace is joined by a path.',
      fixTitle: 'Make a new {type} namespace, which the container then owns (config only)',
      costs: 'The container no longer shares that namespace; its network has to be set up anew.',
      undo: 'Put the path back: `{path}`.',
      both: 'Or join the user namespace that owns it as well, by its path, and drop the mappings.',
    },
    zh,
  },
  judge({ namespaces, failure }, say) {
    const user = namespaces?.value.find(({ type }) => type === 'user');
    const others = namespaces?.value.filter(({ type, path }) => type !== 'user' && path) ?? [];
    const joined = (failure?.symptom === 'namespace-join-refused' ? undefined : others.find(({ type }) => type === 'network')) ?? others[0];
    const match: Match = { joined };
    if (namespaces && others.length === 0) return refuted([mark(namespaces, say('none'))]);
    const entry = joined ? [mark(joined.span, say('joined')), ...(user && !user.path ? [mark(user.span, say('fresh'))] : [])] : [];
    const ours = failure && ['EPERM', 'EACCES'].includes(failure.errno ?? '') ? failure : undefined;
    if (ours?.symptom === 'namespace-join-refused' && joined) return proved(match, [...entry, mark(ours, say('refused'))]);
    if (user && !user.path && joined?.type === 'network' && ours && (ours.symptom === 'sysctl-refused' || ours.symptom === 'sysfs-mount-refused')) {
      return ours.symptom === 'sysctl-refused' && !/\bnet[./]/.test(ours.text) ? open(match, ['failure']) : proved(match, [...entry, mark(ours, say('changed'))]);
    }
    return open(match, ['namespaces'], ours?.symptom === 'namespace-join-refused' ? [mark(ours, say('refused'))] : []);
  },
  explain({ joined }, say) {
    const title = joined?.path ? say('title', { type: joined.type, path: joined.path.value }) : say('titleUnknown');
    return { title, explanation: say('explanation') };
  },
  fixes({ joined }, say) {
    const patch = joined ? remove({ ...joined.span, pointer: `${joined.span.pointer ?? ''}/path` }) : [];
    const edited = joined ? undefined : editConfig`del(.linux.namespaces[] | select(.type == "user" | not) | .path)`;
    return [
      fix({
        title: say('fixTitle', { type: joined?.type ?? '' }),
        risk: 'review',
        costs: say('costs'),
        patch,
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('undo', { path: joined?.path?.value ?? '' })],
        verify: [look`jq .linux.namespaces config.json`],
        notes: [say('both')],
      }),
    ];
  },
});
