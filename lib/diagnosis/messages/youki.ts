import { rowsBy } from './message';

/** youki up to 0.4 (crates/libcontainer); its texts for uid= and gid= of a mount stand crosswise. */
export const youki = rowsBy('youki', [
  { prints: ['new user namespace requires valid uid mappings', 'new user namespace requires valid gid mappings', 'at least one id mapping needs to be defined'], symptom: 'id-mappings-missing', seen: 'ERROR libcontainer: new user namespace requires valid uid mappings' },
  { prints: ['user namespace definition is invalid', 'rootless container requires valid user namespace definition'], symptom: 'mappings-without-namespace', seen: 'ERROR libcontainer: rootless container requires valid user namespace definition' },
  { prints: ["unprivileged user can't set supplementary groups", 'supplementary group needs to be mapped in the gid mappings', 'setgroup is disabled', 'failed to set uid and gid{any}', 'failed to set supplementary gids{any}'], symptom: 'process-user-refused', seen: 'ERROR libcontainer: supplementary group needs to be mapped in the gid mappings' },
  { prints: ['mount options require mapping valid uid inside the container with new user namespace'], symptom: 'devpts-mount-invalid', seen: 'ERROR libcontainer: mount options require mapping valid uid inside the container with new user namespace' },
  { prints: ['mount options require mapping valid gid inside the container with new user namespace'], symptom: 'mount-option-id-refused', seen: 'ERROR libcontainer: mount options require mapping valid gid inside the container with new user namespace' },
  { prints: ['newuidmap/newgidmap binaries could not be found in path', 'failed to execute newuidmap/newgidmap'], symptom: 'newidmap-not-found', seen: 'ERROR libcontainer: newuidmap/newgidmap binaries could not be found in path' },
  { prints: ['failed to write id mapping{any}: {errno}', 'failed to write id mapping'], symptom: 'id-map-write-denied', seen: 'ERROR libcontainer: failed to write id mapping: EPERM: Operation not permitted' },
  { prints: ['failed to write deny to setgroups'], symptom: 'setgroups-file-denied', seen: 'ERROR libcontainer: failed to write deny to setgroups' },
  { prints: ['failed to create dir for bind mount {any}: {any}'], symptom: 'mountpoint-create-denied', seen: 'ERROR libcontainer: failed to create dir for bind mount "/srv/web/rootfs/data": EACCES: Permission denied' },
  { prints: ['failed to canonicalize {path}: {any}{errno}'], errnos: ['ENOENT'], symptom: 'bind-source-not-found', seen: 'ERROR libcontainer: failed to canonicalize "/srv/none": No such file or directory' },
  { prints: ['failed to canonicalize {path}: {any}{errno}'], errnos: ['EACCES'], symptom: 'bind-source-refused', seen: 'ERROR libcontainer: failed to canonicalize "/root/x": Permission denied' },
  { prints: ['failed to clone process{any}'], symptom: 'userns-creation-refused', seen: 'ERROR libcontainer: failed to clone process: EPERM: Operation not permitted' },
  { prints: ['failed to mount {any}: {any}{errno}', 'failed to prepare rootfs{any}'], errnos: ['EPERM', 'EACCES'], symptom: 'mount-refused', vague: true, seen: 'ERROR libcontainer: failed to mount Mount { destination: "/proc" }: EPERM: Operation not permitted' },
  { prints: ['invalid executable: {any}'], symptom: 'executable-not-found', seen: 'ERROR libcontainer: invalid executable: /app/run' },
  { prints: ['failed to apply AppArmor profile{any}'], symptom: 'apparmor-profile-refused', seen: 'ERROR libcontainer: failed to apply AppArmor profile: No such file or directory' },
]);
