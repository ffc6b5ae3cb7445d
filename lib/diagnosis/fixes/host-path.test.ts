import { expect, test } from 'vitest';
import { hostPath, searchableDirectory } from './host-path';

test('ordinary places of bundles may be changed', () => {
  for (const path of ['/srv/web', '/home/app/web/rootfs', '/root/web', '/var/lib/containers/web', '/mycontainer/rootfs', '/opt/web']) {
    expect(hostPath(path), path).toBe(path);
  }
});

test('no path of the system may be, whatever a config says', () => {
  const barred = ['/', '/bin', '/etc', '/home', '/root', '/srv', '/usr', '/var', '/var/lib', '/tmp', '/proc', '/dev', '/boot', '/lib64'];
  const below = ['/etc/passwd', '/usr/bin/env', '/proc/1/root', '/sys/fs/cgroup', '/dev/sda', '/lib/modules', '/boot/vmlinuz'];
  for (const path of [...barred, ...below]) expect(hostPath(path), path).toBeUndefined();
});

test('what could mean another path is refused', () => {
  for (const path of ['', 'rootfs', './rootfs', '/srv/../etc', '/srv/web/..', '/srv/./web', '//etc', '/srv//web', '/srv/web/', '/srv/a\nb', '/srv/a\u202eb', '/srv/a!b']) {
    expect(hostPath(path), JSON.stringify(path)).toBeUndefined();
    expect(searchableDirectory(path), JSON.stringify(path)).toBeUndefined();
  }
});

test('a single directory may be opened for search, also /root or /home, and none of the system below /etc', () => {
  for (const path of ['/root', '/home', '/srv', '/home/app']) expect(searchableDirectory(path), path).toBe(path);
  for (const path of ['/', '/etc', '/etc/containers', '/usr/local', '/proc/1', '/dev']) expect(searchableDirectory(path), path).toBeUndefined();
});
