import { rowsBy, type MessageRow } from './message';

/** Programs that are no container engines and make user namespaces of their own: Chromium and what is built on it, Apptainer. */
export const sandboxes: readonly MessageRow[] = [
  ...rowsBy('chromium', [
    { prints: ['No usable sandbox!', 'The SUID sandbox helper binary was found, but is not configured correctly'], symptom: 'userns-creation-refused', seen: '[4242:4242:0301/100000.123456:FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox! Update your kernel or see the documentation of the sandbox.' },
    { prints: ['Running as root without --no-sandbox is not supported'], symptom: 'application-failed', seen: '[4242:0301/100000.1:ERROR:zygote_host_impl_linux.cc(100)] Running as root without --no-sandbox is not supported. See https://crbug.com/638180.' },
    // sandbox/linux/services/credentials.cc: the namespace was made, and its capabilities were refused.
    { prints: ['credentials.cc({count})] Check failed: . : {errno}', 'Failed to move to new namespace: {any} errno = {errno}', 'Failed to move to new namespace: {any}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: '[4242:0301/100000.123456:FATAL:credentials.cc(127)] Check failed: . : Permission denied (13)' },
  ]),
  ...rowsBy('apptainer', [
    { prints: ['Failed to create user namespace: {errno}', 'Failed to create container process: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'ERROR  : Failed to create user namespace: Operation not permitted' },
    { prints: ['Failed to create user namespace: {errno}', 'Failed to create container process: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'ERROR  : Failed to create container process: No space left on device' },
    { prints: ['Failed to create user namespace: {errno}', 'Failed to create container process: {errno}', 'Failed to create user namespace: user namespace not supported by your system'], errnos: ['EINVAL', 'ENOSYS'], symptom: 'userns-unknown-to-kernel', seen: 'ERROR  : Failed to create user namespace: Invalid argument' },
    // Singularity up to 3.5 says no more.
    { prints: ['Failed to create container namespaces'], symptom: 'userns-creation-refused', vague: true, seen: 'ERROR  : Failed to create container namespaces' },
    // cmd/starter/c/starter.c, nserror: "disabled" is EINVAL where /proc/self/ns/user is there, as in RHEL 7 without its boot argument or limit.
    { prints: ['Failed to create {namespace} namespace: user namespace disabled'], symptom: 'userns-creation-exhausted', vague: true, seen: 'ERROR  : Failed to create user namespace: user namespace disabled' },
    { prints: ['maximum number of {namespace} namespaces exceeded, check {path}', 'limit on the nesting depth of {namespace} namespaces was exceeded', 'Failed to create user namespace: maximum number of user namespaces exceeded'], errnos: ['ENOSPC'], symptom: 'userns-creation-exhausted', seen: 'ERROR  : Failed to create user namespace: maximum number of user namespaces exceeded, check /proc/sys/user/max_user_namespaces' },
    // Said where the switch exists, whatever it holds: the kernel or a filter answered EPERM.
    { prints: ['user namespace requires to set {path} to 1', 'not allowed to create user namespace'], errnos: ['EPERM'], symptom: 'userns-creation-refused', seen: 'ERROR  : Failed to create user namespace: user namespace requires to set /proc/sys/kernel/unprivileged_userns_clone to 1' },
    { prints: ['/etc/subuid mapping found but no user namespace available for fakeroot', 'fakeroot requires either being in {path}, unprivileged user namespaces, or the fakeroot command', '--fakeroot used without sandbox image or user namespaces', '--fakeroot used without user namespaces'], symptom: 'userns-creation-refused', seen: 'FATAL:   /etc/subuid mapping found but no user namespace available for fakeroot' },
    { prints: ['{namespace} namespace requires privileges, check {any} installation', 'Failed to unshare root file system: {errno}', 'Failed to set mount propagation: {errno}', 'Failed to propagate as SHARED: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'remaining-namespaces-refused', seen: 'ERROR  : Failed to create mount namespace: mount namespace requires privileges, check Apptainer installation' },
    // Singularity 2.
    { prints: ['User namespace not supported, and program not running privileged', 'Failed invoking the NEWUSER namespace runtime: {errno}'], errnos: ['EINVAL'], symptom: 'userns-unknown-to-kernel', seen: 'ERROR : Failed invoking the NEWUSER namespace runtime: Invalid argument' },
    { prints: ['Failed invoking the NEWUSER namespace runtime: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'ERROR : Failed invoking the NEWUSER namespace runtime: Operation not permitted' },
    { prints: ['Failed to write to UID map: {errno}', 'Failed to write to GID map: {errno}', 'Could not write parent info to uid_map: {errno}', 'Could not write parent info to gid_map: {errno}'], errnos: ['EINVAL'], symptom: 'id-map-write-invalid', seen: 'ERROR  : Failed to write to UID map: Invalid argument' },
    { prints: ['Could not write info to setgroups: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'setgroups-file-denied', seen: 'ERROR  : Could not write info to setgroups: Permission denied' },
    { prints: ["can't mount overlay filesystem to {path}: {errno}", 'Could not mount Singularity overlay: {errno}'], errnos: ['EPERM', 'EINVAL', 'ENODEV'], symptom: 'overlay-refused', seen: "FATAL:   container creation failed: mount hook function failure: mount overlay->/var/lib/apptainer/mnt/session/final error: while mounting overlay: can't mount overlay filesystem to /var/lib/apptainer/mnt/session/final: operation not permitted" },
    { prints: ['while setting effective capabilities: {any} is not in the permitted capability set'], symptom: 'capabilities-refused', seen: 'FATAL:   container creation failed: while setting effective capabilities: CAP_DAC_READ_SEARCH is not in the permitted capability set' },
    // cmd/starter/c/starter.c writes to /proc/self.
    { prints: ['Failed to write to UID map: {errno}', 'Failed to write to GID map: {errno}', 'Could not write parent info to uid_map: {errno}', 'Could not write parent info to gid_map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'own-id-map-write-denied', seen: 'ERROR  : Failed to write to GID map: Operation not permitted' },
    { prints: ['while copying pseudo devices: {any}: {errno}', 'while creating {source}: {errno}'], errnos: ['EPERM'], symptom: 'device-refused', seen: 'FATAL:   While performing build: conveyor failed to get: while copying pseudo devices: while creating /tmp/build-temp-535/rootfs/dev/null: operation not permitted' },
    { prints: ['{tool} was not found in PATH', '{tool} is not installed on your system'], symptom: 'newidmap-not-found', seen: 'FATAL:   newuidmap was not found in PATH (/usr/bin:/bin), required with fakeroot and unprivileged installation' },
    { prints: ['{tool} execution failed. Check that {tool} is setuid root or has setcap {any}'], symptom: 'newidmap-lacks-privilege', vague: true, seen: "ERROR  : 'newgidmap' execution failed. Check that 'newgidmap' is setuid root or has setcap cap_setgid+eip." },
    // It goes on with the user's own ID as root.
    { prints: ['User not listed in {path}, trying root-mapped namespace'], symptom: 'single-id-mapped', vague: true, seen: 'INFO:    User not listed in /etc/subuid, trying root-mapped namespace' },
    { prints: ['could not use fakeroot: {any}', 'a fakeroot mapping entry for user {quoted} not found in {path}', 'no mapping entry found in {path} for {user}'], symptom: 'subid-range-not-found', seen: 'FATAL:   could not use fakeroot: no mapping entry found in /etc/subuid for carol' },
    // internal/pkg/runtime/engine/singularity/rpc/server and pkg/util/fs/mount.
    { prints: ["mount source {path} doesn't exist"], symptom: 'bind-source-not-found', seen: "FATAL:   container creation failed: mount /srv/none->/srv/none error: while mounting /srv/none: mount source /srv/none doesn't exist" },
    // It looks whether it can make one, and does not say why it cannot.
    { prints: ['requires unprivileged user namespaces'], symptom: 'userns-creation-refused', vague: true, seen: 'FATAL:   Building with encryption unprivileged requires unprivileged user namespaces' },
  ]),
  ...rowsBy('any', [
    // Enroot (enroot-nsenter.c) and Charliecloud (ch_core.c).
    { prints: ['enroot-nsenter: failed to create user namespace: {errno}', "can't init user+mount namespaces: {errno}"], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: "ch-run: can't init user+mount namespaces: Operation not permitted (ch-run.c:519 1)" },
    { prints: ['enroot-nsenter: failed to create user namespace: {errno}', "can't init user+mount namespaces: {errno}"], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'enroot-nsenter: failed to create user namespace: No space left on device' },
    { prints: ['enroot-nsenter: failed to create user namespace: {errno}', "can't init user+mount namespaces: {errno}"], errnos: ['EINVAL', 'ENOSYS'], symptom: 'userns-unknown-to-kernel', seen: 'enroot-nsenter: failed to create user namespace: Invalid argument' },
  ]),
];
