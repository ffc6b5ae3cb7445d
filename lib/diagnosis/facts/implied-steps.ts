import { lineIndexAt, lineSpan, quote, type Span } from '../documents/document';
import type { Failure } from '../messages/message';
import type { Step } from '../steps';
import type { Symptom } from '../symptoms';

/** A step that a line proves passed. */
export interface Passed {
  readonly step: Step;
  readonly span: Span;
}

const inNamespaces: readonly Step[] = ['create-namespaces', 'write-id-maps'];
const inRootfs: readonly Step[] = ['read-config', ...inNamespaces, 'prepare-rootfs'];

/**
 * Words around a message by which the program tells from where it speaks; what is behind it by then. runc: the config
 * is validated before a process is started (container_linux.go), nsexec.c makes namespaces and maps before the init in
 * Go begins, which mounts (rootfs_linux.go), leaves the old root, and at last becomes the user and executes
 * (standard_init_linux.go). RootlessKit's child begins to speak once its maps are written (pkg/child/child.go).
 */
const frames: readonly (readonly [words: RegExp, behind: readonly Step[]])[] = [
  [/unable to start container process: exec: |exec user process caused|unable to setup user|setup user caused/, [...inRootfs, 'mount']],
  [/error jailing process inside rootfs|jailing process inside rootfs caused/, inRootfs],
  [/(?:error during container init: error |rootfs_linux\.go:\d+: )mounting .{1,256}? to rootfs/, inRootfs],
  [/error during container init|container init caused/, ['read-config', ...inNamespaces]],
  [/unable to start container process|starting container process caused/, ['read-config']],
  [/\[rootlesskit:child ?\]/, inNamespaces],
];

/** What crun says from the child that waits until its maps are written (src/libcrun/linux.c, libcrun_run_linux_container). */
const ofChild: ReadonlySet<Symptom> = new Set([
  'proc-mount-refused', 'sysfs-mount-refused', 'mqueue-mount-refused', 'devpts-mount-invalid', 'mount-refused', 'mount-denied', 'mountpoint-create-denied', 'mountpoint-on-readonly',
  'pivot-root-refused', 'masked-path-refused', 'process-user-refused', 'executable-not-found', 'executable-refused', 'exec-format-refused', 'working-directory-refused', 'working-directory-not-found',
]);

/** What newuidmap and newgidmap say: they are called for a process that is in its new namespace already. */
const ofMapper: ReadonlySet<Symptom> = new Set(['id-range-not-granted', 'newidmap-write-refused', 'newidmap-lacks-privilege', 'id-map-write-invalid']);

/** The steps that must be behind the start, as the failing line stands, each with the words that say so. */
export function impliedBy({ symptom, by, span, row }: Failure): Passed[] {
  const line = lineSpan(span.document, lineIndexAt(span.document, span.start));
  for (const [words, behind] of frames) {
    const match = words.exec(quote({ ...line, end: Math.min(line.end, line.start + 8192) }));
    if (match) return behind.map((step) => ({ step, span: { ...line, start: line.start + match.index, end: line.start + match.index + match[0].length } }));
  }
  if (!row?.vague && ((by === 'crun' && ofChild.has(symptom)) || (by === 'shadow' && ofMapper.has(symptom)))) {
    return (by === 'crun' ? inNamespaces : inNamespaces.slice(0, 1)).map((step) => ({ step, span }));
  }
  return [];
}
