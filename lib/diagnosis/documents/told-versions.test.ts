import { expect, test } from 'vitest';
import { makeDocument } from './document';
import { recognise } from './recognise';
import { readToldVersions } from './told-versions';

const told = (text: string) => readToldVersions(recognise(makeDocument('issue.md', text)).regions).map(({ value }) => `${value.program} ${value.version}`);

test.each<[string, string[]]>([
  ['I run rootless Podman on Ubuntu 24.04 with kernel 6.8.0-45-generic and every pull fails.', ['distribution Ubuntu 24.04', 'linux 6.8.0-45-generic']],
  ['- OS: Debian 12\n- Kernel: 6.1.0-18-amd64', ['distribution Debian 12', 'linux 6.1.0-18-amd64']],
  ['**Distribution:** Rocky Linux 9.4', ['distribution Rocky Linux 9.4']],
  ['The same setup on a fresh Fedora 41', ['distribution Fedora 41']],
])('%s', (text, versions) => {
  expect(told(`${text}\n`)).toEqual(versions);
});

test.each([
  'It works on Ubuntu 22.04.',
  'I read that AppArmor on Ubuntu 24.04 may do such things.',
  'Ubuntu 24.04 and later restrict user namespaces.',
  'FROM ubuntu:24.04',
  'The image is built on Ubuntu 24.04.',
  'We saw it on Ubuntu 24.04.\nWe saw it on Debian 12.',
  'time="2026-03-01T10:00:00Z" level=info msg="running on Ubuntu 24.04"',
])('tells nothing: %s', (text) => {
  expect(told(`${text}\n`)).toEqual([]);
});
