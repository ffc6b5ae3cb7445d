import type { Step } from './steps';

/**
 * What a failed start looks like. Many messages show one symptom; a symptom has several causes,
 * and only facts decide between them. The step is the one at which the start stopped.
 */
export const symptoms = {
  // read-config
  'config-unreadable': 'read-config',
  'config-member-refused': 'read-config',
  'mappings-without-namespace': 'read-config',
  'id-mappings-missing': 'read-config',
  'container-root-not-mapped': 'read-config',
  'rootfs-not-found': 'read-config',
  'executable-not-given': 'read-config',
  // create-namespaces
  'userns-creation-refused': 'create-namespaces',
  'userns-creation-exhausted': 'create-namespaces',
  'userns-switched-off': 'create-namespaces',
  'userns-confined-by-apparmor': 'create-namespaces',
  'namespaces-creation-refused': 'create-namespaces',
  // write-id-maps
  'subid-range-not-found': 'write-id-maps',
  'newidmap-not-found': 'write-id-maps',
  'id-range-not-granted': 'write-id-maps',
  'newidmap-failed': 'write-id-maps',
  'id-map-write-invalid': 'write-id-maps',
  'id-map-write-denied': 'write-id-maps',
  'setgroups-file-denied': 'write-id-maps',
  'namespace-root-refused': 'write-id-maps',
  'single-id-mapped': 'write-id-maps',
  'init-vanished': 'write-id-maps',
  // prepare-rootfs
  'rootfs-unreachable': 'prepare-rootfs',
  'rootfs-entry-denied': 'prepare-rootfs',
  // mount
  'mountpoint-create-denied': 'mount',
  'mountpoint-on-readonly': 'mount',
  'proc-mount-refused': 'mount',
  'sysfs-mount-refused': 'mount',
  'devpts-mount-invalid': 'mount',
  'bind-source-not-found': 'mount',
  'bind-source-refused': 'mount',
  'mount-refused': 'mount',
  // start-process
  'process-user-refused': 'start-process',
  'executable-not-found': 'start-process',
  'executable-refused': 'start-process',
  'working-directory-refused': 'start-process',
  'working-directory-not-found': 'start-process',
  'capabilities-refused': 'start-process',
  // Failures that have nothing to do with user namespaces; no cause explains them.
  'image-not-pulled': 'unpack-image',
  'disk-full': 'unpack-image',
  'id-already-in-use': 'read-config',
  'storage-unsuitable': 'unpack-image',
  'daemon-unwell': 'admit-pod',
  'network-set-up-failed': 'create-namespaces',
  'killed-for-memory': 'run',
  'application-failed': 'run',
  // A line that says that something failed and that no message row knows.
  unrecognised: 'run',
} as const satisfies Record<string, Step>;

export type Symptom = keyof typeof symptoms;

/** Symptoms that are known to be no matter of user namespaces. */
export const unrelatedSymptoms: ReadonlySet<Symptom> = new Set<Symptom>([
  'image-not-pulled',
  'disk-full',
  'id-already-in-use',
  'storage-unsuitable',
  'daemon-unwell',
  'network-set-up-failed',
  'killed-for-memory',
  'application-failed',
]);
