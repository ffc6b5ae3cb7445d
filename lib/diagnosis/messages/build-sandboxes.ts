import { rowsBy, type MessageRow } from './message';

/** Nix and Bazel, which run each step of a build in namespaces of their own, and gVisor's sandbox. */
export const buildSandboxes: readonly MessageRow[] = [
  ...rowsBy('any', [
    // Nix: src/libstore (local-derivation-goal.cc, later linux-derivation-builder.cc) and src/nix/run.cc.
    { prints: ['cloning builder process: {errno}', 'creating sandboxed builder process using clone(){any}: {errno}', 'setting up a private mount namespace: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'error: cloning builder process: Operation not permitted' },
    { prints: ['cloning builder process: {errno}', 'creating sandboxed builder process using clone(){any}: {errno}'], errnos: ['EINVAL', 'ENOSYS'], symptom: 'userns-unknown-to-kernel', seen: 'error: cloning builder process: Invalid argument' },
    { prints: ['cloning builder process: {errno}', 'creating sandboxed builder process using clone(){any}: {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'error: cloning builder process: No space left on device' },
    // Said of every errno: a child that could not be cloned with the namespaces is all that Nix looks at.
    { prints: ['this system does not support the kernel namespaces that are required for sandboxing'], symptom: 'userns-creation-refused', vague: true, seen: "error: this system does not support the kernel namespaces that are required for sandboxing; use '--no-sandbox' to disable sandboxing" },
    // gVisor: runsc/cmd/chroot.go, in the user namespace of the sandbox.
    { prints: ['error setting up chroot: {any}: {errno}'], errnos: ['EACCES', 'EPERM'], symptom: 'child-mount-refused', seen: 'FATAL ERROR: error setting up chroot: error converting mounts: mount("", "/", "", 0x84000, "") failed: permission denied' },
  ]),
  ...rowsBy('bazel', [
    // Bazel: src/main/tools/linux-sandbox.cc and linux-sandbox-pid1.cc; its DIE() names the file, the line and the call.
    { prints: ['linux-sandbox.cc:{count}: "clone": {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'userns-creation-refused', seen: 'src/main/tools/linux-sandbox.cc:155: "clone": Operation not permitted' },
    { prints: ['linux-sandbox.cc:{count}: "clone": {errno}'], errnos: ['ENOSPC', 'EUSERS'], symptom: 'userns-creation-exhausted', seen: 'src/main/tools/linux-sandbox.cc:155: "clone": No space left on device' },
    { prints: ['linux-sandbox.cc:{count}: "clone": {errno}'], errnos: ['EINVAL', 'ENOSYS'], symptom: 'userns-unknown-to-kernel', seen: 'src/main/tools/linux-sandbox.cc:155: "clone": Invalid argument' },
    // The file is there in every kernel with CONFIG_USER_NS (fs/proc/base.c, tgid_base_stuff).
    { prints: ['linux-sandbox-pid1.cc:{count}: "fopen(/proc/self/uid_map)": {errno}'], errnos: ['ENOENT'], symptom: 'namespace-unsupported', seen: 'src/main/tools/linux-sandbox-pid1.cc:88: "fopen(/proc/self/uid_map)": No such file or directory' },
    { prints: ['linux-sandbox-pid1.cc:{count}: "fopen(/proc/self/uid_map)": {errno}', 'linux-sandbox-pid1.cc:{count}: "fclose(/proc/self/uid_map)": {errno}', 'linux-sandbox-pid1.cc:{count}: "fclose(/proc/self/gid_map)": {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'src/main/tools/linux-sandbox-pid1.cc:95: "fclose(/proc/self/uid_map)": Operation not permitted' },
    // "mount" alone is / made private, which its owner may do, or the new proc.
    { prints: ['linux-sandbox-pid1.cc:{count}: "mount": {errno}'], errnos: ['EPERM'], symptom: 'proc-mount-refused', seen: 'src/main/tools/linux-sandbox-pid1.cc:391: "mount": Operation not permitted' },
    { prints: ['linux-sandbox-pid1.cc:{count}: "mount": {errno}'], errnos: ['EACCES'], symptom: 'child-mount-refused', seen: 'src/main/tools/linux-sandbox-pid1.cc:119: "mount": Permission denied' },
    { prints: ['linux-sandbox-pid1.cc:{count}: "remount({any})": {errno}'], errnos: ['EPERM'], symptom: 'mount-flags-locked', seen: 'src/main/tools/linux-sandbox-pid1.cc:352: "remount(nullptr, /srv/build, nullptr, 2101281, nullptr)": Operation not permitted' },
    { prints: ['linux-sandbox-pid1.cc:{count}: "mount({any})": {errno}'], errnos: ['ENOENT'], symptom: 'bind-source-not-found', seen: 'src/main/tools/linux-sandbox-pid1.cc:201: "mount(/srv/none, /srv/box/none, nullptr, MS_BIND | MS_REC, nullptr)": No such file or directory' },
    { prints: ['linux-sandbox-pid1.cc:{count}: "mount({any})": {errno}'], errnos: ['EACCES'], symptom: 'bind-source-refused', seen: 'src/main/tools/linux-sandbox-pid1.cc:201: "mount(/root/tree, /srv/box/tree, nullptr, MS_BIND | MS_REC, nullptr)": Permission denied' },
  ]),
];
