import { expect, test } from 'vitest';
import { readPrompt } from './prompt';

test.each([
  ['root@node1:/srv/web# runc run web', { text: 'runc run web', user: 'root', directory: '/srv/web', root: true }],
  ['app@node1:~/web$ ls -l', { text: 'ls -l', user: 'app', directory: '~/web', root: false }],
  ['[app@node1 web]$ podman run alpine', { text: 'podman run alpine', user: 'app', root: false }],
  ['app@node1 ~ % podman info', { text: 'podman info', user: 'app', directory: '~', root: false }],
  ['# runc run web', { text: 'runc run web', root: true }],
  ['(bookworm)root@node1:/# runc run web', { text: 'runc run web', user: 'root', root: true, chroot: 'bookworm' }],
  ['(chroot) root@node1 / # runc run web', { text: 'runc run web', chroot: 'chroot' }],
  ['(chroot) livecd / # runc run web', { text: 'runc run web', root: true, chroot: 'chroot' }],
  ['app@node1:~/web> podman info', { text: 'podman info', user: 'app', directory: '~/web', root: false }],
  ['node1:~ # podman info', { text: 'podman info', root: true }],
  ['livecd ~ # chroot /mnt/gentoo /bin/bash', { text: 'chroot /mnt/gentoo /bin/bash', root: true }],
  ['$ cat /etc/subuid', { text: 'cat /etc/subuid', root: false }],
])('%s', (line, expected) => {
  expect(readPrompt(line)).toMatchObject(expected);
});

test.each(['app@mail.example> cat sat on a mat', 'Note: see # podman info', '# a heading of a page', '> quoted words of somebody', '$5 for you', 'no prompt at all', '#', 'drwxr-xr-x 2 root root 40 a'])('%j is no prompt', (line) => {
  expect(readPrompt(line)).toBeUndefined();
});

test('a virtual environment of Python is no chroot', () => {
  expect(readPrompt('(venv) app@node1:~$ podman info')?.chroot).toBeUndefined();
});
