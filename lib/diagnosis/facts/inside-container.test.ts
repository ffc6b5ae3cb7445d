import { expect, test } from 'vitest';
import { gatherFacts } from './gather-facts';

const isInside = (text: string) => gatherFacts([{ name: 'issue.md', text: `${text}\n` }]).insideContainer?.value === true;

test.each([
  'I am running buildah in a non-privileged pod.',
  'Unable to start a docker container inside an unprivileged LXC container.',
  'We build it with `flatpak-builder` in a Docker container.',
  'FROM fedora:41\nRUN dnf -y update; \\\n  dnf -y install podman fuse-overlayfs',
  'docker run --rm web node shot.js\nFailed to move to new namespace: PID namespaces supported, Network namespace supported, but failed: errno = Operation not permitted',
  'app@node1:~$ docker exec web bwrap --ro-bind / / true\nbwrap: Creating new namespace failed: Operation not permitted',
  'The launcher fails when run in Docker:\nbwrap: Creating new namespace failed: Operation not permitted',
  '[ /etc/cont-init.d/10-users.sh: executing... ]',
])('%s', (text) => {
  expect(isInside(text)).toBe(true);
});

test.each([
  'I use podman to run nginx in a rootless container.',
  'podman runs every service in its own container.',
  'FROM fedora:41\nRUN dnf -y install nginx',
  '$ sudo apt install podman',
  'nginx fails when run in Docker.',
  'docker run --rm -d registry:2\nbwrapper started',
])('says nothing of it: %s', (text) => {
  expect(isInside(text)).toBe(false);
});
