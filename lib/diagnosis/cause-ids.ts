/** Every cause that a diagnosis can name, by area; the order breaks the last ties in ranking. */
export const causeIdsByArea = {
  mapping: [
    'userns-mappings-without-namespace',
    'userns-without-mappings',
    'container-root-unmapped',
    'process-user-unmapped',
    'mapping-overlap',
    'mapping-range-invalid',
  ],
  rootfs: [
    'rootfs-path-relative',
    'rootfs-path-missing',
    'rootfs-not-owned-by-mapping',
    'rootfs-parent-not-traversable',
    'rootfs-readonly-mountpoint-missing',
  ],
  process: ['process-executable-missing', 'process-executable-denied', 'process-cwd-denied'],
  mounts: [
    'proc-mount-without-pid-namespace',
    'proc-mount-masked-by-outer',
    'sysfs-mount-without-network-namespace',
    'devpts-gid-unmapped',
    'bind-source-missing',
    'bind-source-denied',
  ],
  kernel: ['max-user-namespaces-reached', 'unprivileged-userns-disabled', 'apparmor-restricts-userns'],
  subid: ['subid-range-missing', 'subid-range-mismatch', 'newidmap-missing'],
  orchestration: ['config-invalid'],
} as const;

export type CauseArea = keyof typeof causeIdsByArea;
export type CauseId = (typeof causeIdsByArea)[CauseArea][number];

export const causeIds: readonly CauseId[] = Object.values(causeIdsByArea).flat();
