import { expect, test } from 'vitest';
import type { PatchOperation } from '../report';
import { takesIsolation } from './lowers-isolation';

test.each([
  `podman run --privileged '<image>'`,
  `docker run --userns=host '<image>'`,
  `docker run --userns host '<image>'`,
  `docker run --security-opt seccomp=unconfined '<image>'`,
  `podman run --security-opt=label=disable '<image>'`,
  `podman run --security-opt unmask=ALL '<image>'`,
  `podman run --cap-add=SYS_ADMIN '<image>'`,
  'setenforce 0',
  'sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  'ls -ld -- /srv/web && chmod 0777 -- /srv/web',
  'chmod -R 777 -- /srv/web',
  'chmod a+rwx -- /srv/web',
  `printf '%s\\n' 'kernel.apparmor_restrict_unprivileged_userns = 0' > /etc/sysctl.d/90-x.conf`,
  `edited=$(jq '.process.noNewPrivileges = false' config.json.before) && printf '%s\\n' "$edited" > config.json`,
  `edited=$(jq 'del(.linux.seccomp)' config.json.before) && printf '%s\\n' "$edited" > config.json`,
])('%s takes isolation away', (command) => {
  expect(takesIsolation([], [command])).toBe(true);
});

test.each([
  `grep -- '--privileged' pod.yaml`,
  `ls -ld -- '/srv/setenforce 0'`,
  `grep 'kernel.apparmor_restrict_unprivileged_userns=0' /etc/sysctl.conf`,
  'sysctl -w kernel.apparmor_restrict_unprivileged_userns=1',
  'sysctl -w user.max_user_namespaces=28633',
  'chmod o+x -- /srv/web',
  'chmod u+s /usr/bin/newuidmap',
  'chmod 0755 -- /srv/web',
  `podman run '<the options without --privileged>'`,
  `edited=$(jq '.root.path |= "/srv"' config.json.before) && printf '%s\\n' "$edited" > config.json`,
])('%s does not', (command) => {
  expect(takesIsolation([], [command])).toBe(false);
});

const operations: readonly (readonly [PatchOperation, boolean])[] = [
  [{ op: 'replace', path: '/spec/hostUsers', value: true }, true],
  [{ op: 'add', path: '/spec/containers/0/securityContext', value: { privileged: true } }, true],
  [{ op: 'replace', path: '/process/noNewPrivileges', value: false }, true],
  [{ op: 'add', path: '/process/capabilities/bounding/-', value: 'CAP_SYS_ADMIN' }, true],
  [{ op: 'replace', path: '/process/apparmorProfile', value: 'unconfined' }, true],
  [{ op: 'remove', path: '/linux/seccomp' }, true],
  [{ op: 'remove', path: '/linux/maskedPaths/0' }, true],
  [{ op: 'replace', path: '/linux/uidMappings/0/hostID', value: 0 }, true],
  [{ op: 'add', path: '/linux/uidMappings/-', value: { containerID: 0, hostID: 0, size: 1 } }, true],
  [{ op: 'replace', path: '/spec/hostUsers', value: false }, false],
  [{ op: 'replace', path: '/process/noNewPrivileges', value: true }, false],
  [{ op: 'remove', path: '/process/capabilities/bounding/3' }, false],
  [{ op: 'add', path: '/process/capabilities/bounding/-', value: 'CAP_NET_BIND_SERVICE' }, false],
  [{ op: 'replace', path: '/process/args', value: ['grep', '--privileged', '"CAP_SYS_ADMIN"', 'unconfined'] }, false],
  [{ op: 'replace', path: '/linux/uidMappings/0/hostID', value: 100000 }, false],
  [{ op: 'replace', path: '/linux/uidMappings/0/containerID', value: 0 }, false],
];
test.each(operations)('%j: %s', (operation, wanted) => {
  expect(takesIsolation([operation], [])).toBe(wanted);
});
