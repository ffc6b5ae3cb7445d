import { expect, test } from 'vitest';
import { gatherFacts } from '../facts/gather-facts';
import { readEnvironment } from './environment';

test.each([
  ['OS: Ubuntu 24.04 LTS', 'distribution', 'Ubuntu 24.04'],
  ['- **OS**: Ubuntu 24.04', 'distribution', 'Ubuntu 24.04'],
  ['* Distribution: Rocky Linux release 9.2', 'distribution', 'Rocky Linux release 9.2'],
  ['- [X] Ubuntu 24.04', 'distribution', 'Ubuntu 24.04'],
  ['CentOS Linux release 7.2.1511 (Core)', 'distribution', 'CentOS Linux release 7.2.1511'],
  ['Kernel: 5.1.16-hardened', 'linux', '5.1.16-hardened'],
  ['kernel 3.10.0-1160.el7.x86_64', 'linux', '3.10.0-1160.el7.x86_64'],
])('%s', (text, program, version) => {
  expect(readEnvironment(text)).toEqual({ program, version });
});

test.each(['- [ ] Ubuntu 20.04', 'FROM ubuntu:24.04', 'Image: Ubuntu 24.04', 'It fails on Ubuntu 24.04, and worked on 22.04.', 'needs Linux 5.12 or later', 'Arch Linux'])('nothing of the host: %s', (text) => {
  expect(readEnvironment(text)).toBeUndefined();
});

test('podman info names the distribution and its version apart', () => {
  const info = 'host:\n  arch: amd64\n  distribution:\n    codename: noble\n    distribution: ubuntu\n    version: "24.04"\n  kernel: 6.8.0-31-generic\n';
  expect(gatherFacts([{ name: 'info.yaml', text: info }]).versions?.get('distribution')?.value).toBe('ubuntu 24.04');
});
