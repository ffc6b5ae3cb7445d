import { expect, test } from 'vitest';
import { diagnose } from '../diagnose';

/** A line that several causes print, and the commonest of them. */
const lines: Readonly<Record<string, string>> = {
  // The parent writes it, in a namespace where nobody confines it (new_idmap_permitted(), kernel/user_namespace.c).
  'write to `uid_map`: Operation not permitted': 'mapping-write-denied',
  'level=fatal msg="nsexec-0[4240]: failed to update /proc/4241/uid_map: Operation not permitted"': 'mapping-write-denied',
  // The process writes its own: it needs CAP_SYS_ADMIN where it stands, which a profile takes away.
  'bwrap: setting up uid map: Permission denied': 'apparmor-restricts-userns',
  'unshare: write failed /proc/self/uid_map: Operation not permitted': 'apparmor-restricts-userns',
  'runc run failed: unable to start container process: error during container init: open sysctl net.ipv4.ping_group_range file: reopen fd 9: permission denied': 'apparmor-profile-failed',
  'runc run failed: unable to start container process: error during container init: open /proc/sys/net/core/rmem_max: permission denied': 'sysctl-denied',
};

for (const [line, cause] of Object.entries(lines)) {
  test(line, () => {
    const first = diagnose([{ name: 'run.log', text: `${line}\n` }]).findings[0];
    expect(first).toMatchObject({ cause, role: 'root-cause' });
  });
}

test('a program that goes on without a range is not stopped by it', () => {
  const text = "INFO:    User not listed in /etc/subuid, trying root-mapped namespace\nFATAL:   container creation failed: mount /srv/none->/srv/none error: while mounting /srv/none: mount source /srv/none doesn't exist\n";
  expect(diagnose([{ name: 'build.log', text }]).findings[0]).toMatchObject({ cause: 'bind-source-missing' });
});

test('a daemon that names the driver it gave up names the mount that failed before', () => {
  const text = 'level=error msg="failed to mount overlay: operation not permitted" storage-driver=overlay2\nfailed to start daemon: error initializing graphdriver: driver not supported: overlay2\n';
  expect(diagnose([{ name: 'dockerd.log', text }]).findings[0]).toMatchObject({ cause: 'overlay-unprivileged-unsupported' });
  expect(diagnose([{ name: 'dockerd.log', text: text.split('\n')[1] ?? '' }]).verdict).toBe('unrelated');
});
