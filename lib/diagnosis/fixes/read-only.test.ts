import { expect, test } from 'vitest';
import { isReadOnly } from './read-only';
import { programsOf } from './shell-words';

test.each([
  [`stat -c '%u:%g %a' -- /srv/web`, [['stat', '-c', '%u:%g %a', '--', '/srv/web']]],
  [`cat a; rm -- 'b c' && ls | head -n 1`, [['cat', 'a'], ['rm', '--', 'b c'], ['ls'], ['head', '-n', '1']]],
  [`mkdir x || { mount y && mkdir x; }`, [['mkdir', 'x'], ['mount', 'y'], ['mkdir', 'x']]],
  [`[ "$(sysctl -n a.b)" -ge 5 ] || sysctl -w a.b=5`, [['sysctl', '-n', 'a.b'], ['[', '', '-ge', '5', ']'], ['sysctl', '-w', 'a.b=5']]],
  [`echo 'it'\\''s; rm'`, [['echo', "it's; rm"]]],
  [`find . -exec chown -h 0:0 '{}' +`, [['find', '.', '-exec', 'chown', '-h', '0:0', '{}', '+']]],
])('the programs of %s', (command, wanted) => {
  expect(programsOf(command).map(({ words }) => words)).toEqual(wanted);
});

test.each([
  'cat /etc/subuid /etc/subgid',
  `grep -- '--privileged' /srv/pod.yaml`,
  `getcap /usr/bin/newuidmap 2>&1`,
  'sysctl user.max_user_namespaces',
  `ls '/srv/$(rm -rf x)'`,
  'kubectl apply --dry-run=server -f pod.yaml',
  'systemctl --user show -p Delegate',
  'command -v newuidmap || true',
  'cat /proc/self/status 2>/dev/null',
])('%s only reads', (command) => {
  expect(isReadOnly(command)).toBe(true);
});

test.each([
  'sysctl -w user.max_user_namespaces=1',
  'sysctl user.max_user_namespaces=1',
  'cat a > b',
  'cat a; rm b',
  'cat "$(rm b)"',
  'cat $(rm b)',
  'cat a | tee b',
  'find / -delete',
  'find / -exec rm {} +',
  'jq -i . config.json',
  'kubectl apply -f pod.yaml',
  'systemctl restart containerd',
  `sh -c 'rm b'`,
  'podman unshare rm b',
  'dmesg -C',
  'env rm b',
  'constructor',
  '',
])('%j may change something', (command) => {
  expect(isReadOnly(command)).toBe(false);
});
