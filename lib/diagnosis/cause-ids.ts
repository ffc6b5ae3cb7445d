/** Every cause that a diagnosis can name, by area; the order breaks the last ties in ranking. */
export const causeIdsByArea = {
  mapping: [
    'userns-mappings-without-namespace',
    'userns-without-mappings',
    'container-root-unmapped',
    'process-user-unmapped',
    'mapping-overlap',
    'mapping-range-invalid',
    'userns-path-with-mappings',
    'mapping-too-many-extents',
    'mapping-to-host-root',
    'host-root-needs-setfcap',
    'namespace-path-invalid',
    'joined-namespace-foreign',
    'mapping-write-denied',
    'nested-mapping-exceeds-parent',
  ],
  rootfs: [
    'rootfs-path-relative',
    'rootfs-path-missing',
    'rootfs-not-owned-by-mapping',
    'rootfs-parent-not-traversable',
    'rootfs-readonly-mountpoint-missing',
    'rootfs-filesystem-unsuitable',
    'overlay-unprivileged-unsupported',
    'image-ids-exceed-mapping',
  ],
  process: [
    'process-executable-missing',
    'process-executable-denied',
    'process-cwd-denied',
    'process-exec-format',
    'process-terminal-misconfigured',
    'stdio-not-reopenable',
    'capability-or-nnp-limits',
    'rlimit-raise-denied',
    'oom-score-adj-denied',
  ],
  mounts: [
    'proc-mount-without-pid-namespace',
    'proc-mount-masked-by-outer',
    'sysfs-mount-without-network-namespace',
    'devpts-gid-unmapped',
    'bind-source-missing',
    'bind-source-denied',
    'mqueue-mount-without-ipc-namespace',
    'cgroup-mount-in-userns',
    'mount-option-id-unmapped',
    'mount-type-not-permitted',
    'bind-locked-flags',
    'volume-ids-unmapped',
    'bind-not-recursive-over-submounts',
  ],
  kernel: ['max-user-namespaces-reached', 'unprivileged-userns-disabled', 'apparmor-restricts-userns'],
  subid: ['subid-range-missing', 'subid-range-mismatch', 'newidmap-missing'],
  orchestration: ['config-invalid'],
} as const;

export type CauseArea = keyof typeof causeIdsByArea;
export type CauseId = (typeof causeIdsByArea)[CauseArea][number];

export const causeIds: readonly CauseId[] = Object.values(causeIdsByArea).flat();
