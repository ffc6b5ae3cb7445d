import { defineCause, mark, open, proved, refuted, supported } from '../../cause';
import type { Namespace } from '../../facts/facts';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './namespace-path-invalid.zh';

interface Match {
  readonly path: string | undefined;
  readonly entry: Namespace | undefined;
}

export const namespacePathInvalid = defineCause({
  id: 'namespace-path-invalid',
  step: 'create-namespaces',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely', 'namespace-path-not-found': 'usually', 'namespace-join-refused': 'sometimes' },
  uses: ['namespaces', 'files', 'failure'],
  references: [
    { title: 'OCI runtime specification: namespaces', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#namespaces' },
    { title: 'setns(2)', url: 'https://man7.org/linux/man-pages/man2/setns.2.html' },
  ],
  words: {
    en: {
      name: 'The path of a namespace to join is gone, of another type, or may not be joined',
      pageWhy:
        'A namespace with a path is joined and not made. The file is a link below /proc/PID/ns, or a bind mount of one, and it is gone as soon as the process has ended. A file of another type gives EINVAL. Then no later step is reached.',
      pageTell: 'The message names a path below /proc/PID/ns or /run/netns. Where the path exists and the kernel answers EPERM, the namespace belongs to another user namespace.',
      pageSure: 'The runtime says that the path does not exist, or a listing of the host shows no such file.',
      pageNot: 'No namespace has a path, or a listing shows the file. EINVAL from setns speaks for it and is not enough: the type has to be looked at.',
      title: 'The namespace `{path}` cannot be joined: it is gone, or of another type',
      titleUnknown: 'A namespace to join is gone, of another type, or may not be joined',
      explanation: 'The config asks the runtime to join a namespace by its path. That path lives only as long as the process, or the mount, that holds it.',
      asked: 'This namespace is to be joined.',
      told: 'The runtime did not find it.',
      gone: 'The listing shows no such file.',
      invalid: 'The kernel found no namespace of this type there.',
      none: 'No namespace is joined by a path.',
      there: 'The file is there.',
      fixTitle: 'Make a new namespace in place of the one that is gone (config only)',
      costs: 'The container shares that namespace with nobody.',
      undo: 'Put the path back: `{path}`.',
      again: 'To share it, start the process that holds it first and give its path.',
    },
    zh,
  },
  judge({ namespaces, files, failure }, say) {
    const joined = namespaces?.value.filter((one) => one.path) ?? [];
    const named = failure?.values.path ?? failure?.values.source;
    const entry = joined.find(({ path }) => path?.value === named?.value) ?? (joined.length === 1 ? joined[0] : undefined);
    const match: Match = { path: named?.value ?? entry?.path?.value, entry };
    const asked = entry?.path ? [mark(entry.path, say('asked'))] : [];
    const file = match.path === undefined ? undefined : files?.at(match.path);
    if (failure?.symptom === 'namespace-path-not-found') return proved(match, [...asked, mark(named ?? failure, say('told'))]);
    if (file?.missing) return proved(match, [...asked, mark(file, say('gone'))]);
    const joinRefused = failure?.symptom === 'namespace-join-refused';
    if (joinRefused && failure.errno === 'EINVAL') return supported(match, [...asked, mark(failure, say('invalid'))], ['namespaces']);
    if (namespaces && joined.length === 0) return refuted([mark(namespaces, say('none'))]);
    return file ? refuted([mark(file, say('there'))]) : open(match, ['namespaces']);
  },
  explain: ({ path }, say) => ({ title: path === undefined ? say('titleUnknown') : say('title', { path }), explanation: say('explanation') }),
  fixes({ path, entry }, say) {
    const patch = entry ? remove({ ...entry.span, pointer: `${entry.span.pointer ?? ''}/path` }) : [];
    const edited = entry ? undefined : editConfig`del(.linux.namespaces[] | select(.path // "" | startswith("/proc/")) | .path)`;
    const verify = [look`jq .linux.namespaces config.json`];
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        patch,
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('undo', { path: path ?? '' })],
        verify,
        notes: [say('again')],
      }),
    ];
  },
});
