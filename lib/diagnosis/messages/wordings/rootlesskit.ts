import { wordingsOf } from './wording';

/** Words of RootlessKit. Versions: the git tags in which the string stands. */
export const rootlesskitWordings = [
  ...wordingsOf('rootlesskit', [
    [[{ from: '0.7.0-beta.0' }], [
      'Cannot parse subuid/gid information: Format not correct for … file',
    ]],
    [[{ from: '0.7.2' }], [
      'failed to mount sysfs, falling back to read-only mount',
      'failed to mount procfs, falling back to read-only mount',
    ]],
    [[{ from: '0.9.0-beta.0' }], [
      'failed to share mount point: /',
    ]],
    [[{ from: '0.9.1' }], [
      '/proc/sys/kernel/unprivileged_userns_clone needs to be set to 1',
      '/proc/sys/user/max_user_namespaces needs to be set to non-zero',
      '/proc/sys/user/max_user_namespaces=… may be low. Consider setting to >=',
      'The host root filesystem is mounted as "…". Setting child propagation to "…" is not supported',
      'Running RootlessKit as the root user is unsupported',
    ]],
    [[{ from: '0.14.6' }], [
      'slirp4netns binary "…" is not installed',
    ]],
    [[{ from: '1.1.0' }], [
      'subid-source:dynamic: failed to get subuids by the username "…": …; also failed to get subuids by the UID',
    ]],
    [[{ from: '2.0.0-alpha.0' }], [
      'failed to gain the caps inside the user namespace',
    ]],
    [[{ from: '2.0.2' }], [
      'This error might have happened because /proc/sys/kernel/apparmor_restrict_unprivileged_userns is set to 1',
    ]],
  ]),
];
