import { expect, test } from 'vitest';
import { gatherFacts } from './gather-facts';

const isInside = (text: string) => gatherFacts([{ name: 'issue.md', text: `${text}\n` }]).insideContainer?.value === true;

test.each([
  'I am running buildah in a non-privileged pod.',
  'Unable to start a docker container inside an unprivileged LXC container.',
  'We build it with `flatpak-builder` in a Docker container.',
  'FROM fedora:41\nRUN dnf -y update; \\\n  dnf -y install podman fuse-overlayfs',
  '[ /etc/cont-init.d/10-users.sh: executing... ]',
])('%s', (text) => {
  expect(isInside(text)).toBe(true);
});

test.each([
  'I use podman to run nginx in a rootless container.',
  'podman runs every service in its own container.',
  'FROM fedora:41\nRUN dnf -y install nginx',
  '$ sudo apt install podman',
])('says nothing of it: %s', (text) => {
  expect(isInside(text)).toBe(false);
});
