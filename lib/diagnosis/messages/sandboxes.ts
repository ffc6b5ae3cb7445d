import { rowsBy, type MessageRow } from './message';

/** Programs that are no container engines and make user namespaces of their own: Chromium and what is built on it, Apptainer. */
export const sandboxes: readonly MessageRow[] = [
  ...rowsBy('chromium', [
    { prints: ['No usable sandbox! {any}', 'The SUID sandbox helper binary was found, but is not configured correctly'], symptom: 'userns-creation-refused', seen: '[4242:4242:0301/100000.123456:FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox! Update your kernel or see the documentation of the sandbox.' },
    // sandbox/linux/services/credentials.cc: the namespace was made, and its capabilities were refused.
    { prints: ['credentials.cc({count})] Check failed: . : {errno}', 'Failed to move to new namespace: {any} errno = {errno}', 'Failed to move to new namespace: {any}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: '[4242:0301/100000.123456:FATAL:credentials.cc(127)] Check failed: . : Permission denied (13)' },
  ]),
  ...rowsBy('apptainer', [
    { prints: ['Failed to create user namespace: {errno}', 'Failed to create container process: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'ERROR  : Failed to create user namespace: Operation not permitted' },
    { prints: ['Failed to create user namespace: {errno}', 'Failed to create container process: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'ERROR  : Failed to create container process: No space left on device' },
    { prints: ['Failed to create user namespace: {errno}', 'Failed to create container process: {errno}', 'Failed to create user namespace: user namespace not supported by your system'], errnos: ['EINVAL', 'ENOSYS'], symptom: 'userns-unknown-to-kernel', seen: 'ERROR  : Failed to create user namespace: Invalid argument' },
    // cmd/starter/c/starter.c: user.max_user_namespaces reads 0.
    { prints: ['Failed to create user namespace: user namespace disabled', 'Failed to create user namespace: maximum number of user namespaces exceeded'], symptom: 'userns-creation-exhausted', seen: 'ERROR  : Failed to create user namespace: user namespace disabled' },
    { prints: ['Failed to write to UID map: {errno}', 'Failed to write to GID map: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'ERROR  : Failed to write to GID map: Operation not permitted' },
    { prints: ['{tool} was not found in PATH'], symptom: 'newidmap-not-found', seen: 'FATAL:   newuidmap was not found in PATH (/usr/bin:/bin), required with fakeroot and unprivileged installation' },
    { prints: ['{tool} execution failed. Check that {tool} is setuid root or has setcap {any}'], symptom: 'newidmap-lacks-privilege', vague: true, seen: "ERROR  : 'newgidmap' execution failed. Check that 'newgidmap' is setuid root or has setcap cap_setgid+eip." },
    { prints: ['User not listed in {path}, trying root-mapped namespace', 'could not use fakeroot: {any}', 'a fakeroot mapping entry for user {quoted} not found in {path}', 'no mapping entry found in {path} for {user}'], symptom: 'subid-range-not-found', seen: 'INFO:    User not listed in /etc/subuid, trying root-mapped namespace' },
  ]),
  ...rowsBy('any', [
    // Enroot (enroot-nsenter.c) and Charliecloud (ch_core.c).
    { prints: ['enroot-nsenter: failed to create user namespace: {errno}', "can't init user+mount namespaces: {errno}"], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: "ch-run: can't init user+mount namespaces: Operation not permitted (ch-run.c:519 1)" },
    { prints: ['enroot-nsenter: failed to create user namespace: {errno}', "can't init user+mount namespaces: {errno}"], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'enroot-nsenter: failed to create user namespace: No space left on device' },
    { prints: ['enroot-nsenter: failed to create user namespace: {errno}', "can't init user+mount namespaces: {errno}"], errnos: ['EINVAL', 'ENOSYS'], symptom: 'userns-unknown-to-kernel', seen: 'enroot-nsenter: failed to create user namespace: Invalid argument' },
  ]),
  ...rowsBy('bubblewrap', [
    { prints: ['unshare user ns: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'bwrap: unshare user ns: No space left on device' },
    { prints: ['unshare user ns: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'bwrap: unshare user ns: Operation not permitted' },
  ]),
];
