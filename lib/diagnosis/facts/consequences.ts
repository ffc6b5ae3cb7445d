import type { Symptom } from '../symptoms';

/**
 * What a failure leads to: where both are shown, the first is the one that stopped the start. Only edges that the
 * programs' sources show; anything else stays a failure of its own.
 */
const leadsTo: Readonly<Partial<Record<Symptom, readonly Symptom[]>>> = {
  // Without a range Podman goes on with the caller's ID alone, and the image does not unpack.
  'single-id-mapped': ['image-ids-not-mapped', 'ids-not-enough'],
  // newuidmap's own words stand before the caller's; crun then tries a write of its own, which the kernel refuses.
  'id-range-not-granted': ['stale-namespace', 'newidmap-failed', 'id-map-write-denied', 'id-map-write-invalid', 'single-id-mapped', 'process-user-refused', 'init-vanished', 'namespace-root-refused'],
  'newidmap-not-found': ['stale-namespace', 'newidmap-failed', 'id-map-write-denied', 'id-map-write-invalid', 'single-id-mapped', 'process-user-refused', 'init-vanished', 'namespace-root-refused'],
  'subid-range-not-found': ['image-ids-not-mapped', 'ids-not-enough', 'stale-namespace', 'newidmap-failed', 'id-map-write-denied', 'id-map-write-invalid', 'single-id-mapped', 'process-user-refused', 'init-vanished', 'namespace-root-refused'],
  'newidmap-write-refused': ['stale-namespace', 'newidmap-failed', 'id-map-write-denied', 'id-map-write-invalid', 'single-id-mapped', 'init-vanished', 'namespace-root-refused'],
  'newidmap-lacks-privilege': ['stale-namespace', 'newidmap-failed', 'newidmap-write-refused', 'id-map-write-denied', 'id-map-write-invalid', 'single-id-mapped', 'init-vanished', 'namespace-root-refused'],
  'too-many-extents': ['newidmap-failed', 'id-map-write-denied', 'id-map-write-invalid', 'init-vanished'],
  'ids-not-enough': ['image-ids-not-mapped'],
  'proc-entry-hidden': ['newidmap-failed', 'id-map-write-denied', 'id-map-write-invalid', 'init-vanished'],
  'oom-score-refused': ['init-vanished'],
  'namespace-join-refused': ['init-vanished'],
  'namespace-path-not-found': ['init-vanished'],
  'userns-unknown-to-kernel': ['init-vanished', 'userns-creation-refused'],
  'range-includes-user': ['single-id-mapped', 'image-ids-not-mapped', 'newidmap-failed', 'namespace-root-refused'],
  'id-map-write-denied': ['newidmap-failed', 'init-vanished', 'namespace-root-refused'],
  'id-map-write-invalid': ['newidmap-failed', 'init-vanished', 'namespace-root-refused'],
  'setgroups-file-denied': ['init-vanished'],
  'namespace-root-refused': ['init-vanished'],
  // The daemon names the driver that it gave up, after the mount that failed.
  'overlay-refused': ['storage-driver-refused'],
  'userns-switched-off': ['userns-creation-refused', 'init-vanished'],
  'userns-confined-by-apparmor': [
    'userns-creation-refused', 'namespaces-creation-refused', 'pod-namespace-refused', 'id-map-write-denied', 'own-id-map-write-denied', 'setgroups-file-denied',
    'proc-mount-refused', 'mount-refused', 'child-mount-refused', 'overlay-refused', 'newidmap-write-refused', 'remaining-namespaces-refused', 'capabilities-refused', 'init-vanished', 'rootfs-unreachable',
  ],
  'userns-creation-refused': ['init-vanished', 'rootless-environment-refused'],
  'userns-creation-exhausted': ['init-vanished'],
  // A rootless daemon that could not make its namespaces is not there for who asks it later.
  'namespaces-creation-refused': ['init-vanished', 'rootless-environment-refused'],
  // Podman first looks for its pause process, and then makes the namespace anew.
  'newidmap-failed': ['stale-namespace', 'namespace-root-refused'],
};

/** Does `later` follow from `earlier`? */
export function followsFrom(later: Symptom, earlier: Symptom): boolean {
  return later !== earlier && (leadsTo[earlier]?.includes(later) ?? false);
}
