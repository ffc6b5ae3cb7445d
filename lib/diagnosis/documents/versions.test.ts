import { expect, test } from 'vitest';
import { readDocuments } from './read-documents';
import { readVersions } from './versions';

const head = 'NAME     STATUS   ROLES    AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE             KERNEL-VERSION     CONTAINER-RUNTIME\n';
const node = (name: string, kubelet: string, runtime: string) => `${name}   Ready    <none>   9d    ${kubelet}   192.0.2.13    <none>        Ubuntu 24.04.1 LTS   6.8.0-51-generic   ${runtime}\n`;

const versionsIn = (text: string) =>
  Object.fromEntries(readDocuments([{ name: 'nodes.txt', text }]).flatMap(({ regions }) => regions.flatMap(readVersions)).map(({ value }) => [value.program, value.version]));

test('what a node runs stands in the wide table of kubectl', () => {
  expect(versionsIn(head + node('node-3', 'v1.31.4', 'containerd://1.7.24'))).toEqual({ kubelet: '1.31.4', distribution: 'Ubuntu 24.04.1 LTS', linux: '6.8.0-51-generic', containerd: '1.7.24' });
  expect(versionsIn(head + node('node-3', 'v1.33.0', 'cri-o://1.33.1'))['cri-o']).toBe('1.33.1');
});

test('where nodes differ, it is not known which of them is meant', () => {
  const versions = versionsIn(head + node('node-3', 'v1.31.4', 'containerd://1.7.24') + node('node-4', 'v1.31.4', 'containerd://2.0.4'));
  expect(versions).toEqual({ kubelet: '1.31.4', distribution: 'Ubuntu 24.04.1 LTS', linux: '6.8.0-51-generic' });
});

test('a release of the kernel that stands alone', () => {
  expect(versionsIn('5.10.227-219.884.amzn2.x86_64\n')).toEqual({ linux: '5.10.227-219.884.amzn2.x86_64' });
  expect(versionsIn('6.8.0-51-generic\n')).toEqual({ linux: '6.8.0-51-generic' });
  expect(versionsIn('4.5.6-beta\n')).toEqual({});
});

test("Ubuntu's release is known by its VERSION alone", () => {
  expect(versionsIn('24.04.2 LTS (Noble Numbat)\n')).toEqual({ distribution: 'Ubuntu 24.04.2' });
  expect(versionsIn('VERSION="25.10 (Questing Quokka)"\n')).toEqual({ distribution: 'Ubuntu 25.10' });
  expect(versionsIn('VERSION="12 (bookworm)"\n')).toEqual({});
});
