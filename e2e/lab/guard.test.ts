import { expect, test } from 'vitest';
import { refusal } from './guard';

test.each([
  'modprobe overlay', 'sudo /sbin/modprobe tun', 'true; reboot', 'if x; then poweroff; fi', 'LC_ALL=C insmod a.ko', 'mkfs.ext4 -F disk',
  'dd if=/dev/zero of=/dev/vda', 'echo 1 > /sys/kernel/debug/x', 'echo b > /proc/sysrq-trigger', 'sysctl -w kernel.core_pattern=x', 'setenforce 0',
  'mknod x b 8 0', 'nsenter -t 1 -m sh', 'echo $(losetup -f)', 'loginctl enable-linger alice',
])('%s may not run', (command) => {
  expect(refusal(['true', command])).toBeDefined();
});

test.each([
  "chown -hR --from=0:0 100000:100000 -- '/srv/bundles/web/rootfs'", 'chmod o+x /root', 'sysctl -w user.max_user_namespaces=1000', 'usermod --add-subuids 100000-165535 alice',
  'apt-get install -y uidmap', 'ls -l /dev/net/tun', 'jq .mounts config.json', 'mkdir -p -- /srv/my-reboot/data', 'ls -ldn /sys/fs/cgroup', 'chmod o+x -- /srv/unshare',
])('%s may', (command) => {
  expect(refusal([command])).toBeUndefined();
});
