import { rowsBy } from './message';

/** Podman and Buildah with containers/storage: what they say before an OCI runtime is called. */
export const podman = rowsBy('podman', [
  { prints: ['command required for rootless mode with multiple IDs: {any}', 'finding newgidmap: {any}', 'finding newuidmap: {any}', 'cannot find newuidmap: {any}', 'cannot find newgidmap: {any}'], symptom: 'newidmap-not-found', seen: 'Error: command required for rootless mode with multiple IDs: exec: "newuidmap": executable file not found in $PATH' },
  { prints: ['running {tool} {any}: {any}', 'cannot set up namespace using {tool}: {any}', 'running {tool}: {any}'], symptom: 'newidmap-failed', vague: true, seen: 'ERRO[0000] running `/usr/bin/newuidmap 1234 0 1001 1 1 100000 65536`: newuidmap: exit status 1' },
  { prints: ['Using rootless single mapping into the namespace', 'there might not be enough IDs available in the namespace'], symptom: 'single-id-mapped', vague: true, seen: 'WARN[0000] Using rootless single mapping into the namespace. This might break some images. Check /etc/subuid and /etc/subgid for adding sub*ids if not using a network user' },
  { prints: ['rootless containers not supported without a range of subordinate IDs', 'no subuid ranges found for user {user} in {path}', 'cannot find UID/GID for user {user}: {any}', 'no subgid ranges found for group {user} in {path}'], symptom: 'subid-range-not-found', seen: 'Error: no subuid ranges found for user "carol" in /etc/subuid' },
  { prints: ['cannot clone: {errno}', 'cannot re-exec process', 'Error during unshare(CLONE_NEWUSER): {errno}', 'Error during unshare({any}): {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'cannot clone: Operation not permitted' },
  { prints: ['cannot clone: {errno}', 'Error during unshare(CLONE_NEWUSER): {errno}', 'Error during unshare({any}): {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'cannot clone: No space left on device' },
  { prints: ['user namespaces are not enabled in {path}'], symptom: 'userns-creation-exhausted', seen: 'user namespaces are not enabled in /proc/sys/user/max_user_namespaces' },
  { prints: ['cannot setresuid: {errno}', 'cannot setresgid: {errno}', 'Error during setresgid(0): {errno}', 'Error during setresuid(0): {errno}'], errnos: ['EINVAL', 'EPERM'], symptom: 'namespace-root-refused', vague: true, seen: 'Error during setresgid(0): Invalid argument' },
  { prints: ['cannot write uid_map: {any}: {errno}', 'cannot write gid_map: {any}: {errno}', 'cannot write uid_map: {errno}', 'cannot write gid_map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'ERRO[0000] cannot write uid_map: write /proc/77/uid_map: operation not permitted' },
  { prints: ['cannot write setgroups file: {any}: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'setgroups-file-denied', seen: 'cannot write setgroups file: open /proc/77/setgroups: permission denied' },
  { prints: ['statfs {path}: {errno}', 'stat {path}: {errno}: bind mount source'], errnos: ['ENOENT'], symptom: 'bind-source-not-found', seen: 'Error: statfs /srv/none: no such file or directory' },
  { prints: ['statfs {path}: {errno}'], errnos: ['EACCES'], symptom: 'bind-source-refused', seen: 'Error: statfs /run/user/0/data: permission denied' },
]);
