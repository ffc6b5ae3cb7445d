import { expect, test } from 'vitest';
import { asRoot, asUser } from '../testing/lines';
import { gatherFacts } from './gather-facts';

const factsOf = (text: string) => gatherFacts([{ name: 'session.txt', text }]);

test.each([
  ['in a shell of its own', asRoot("bash -c 'runc run -d web'"), 'runc'],
  ['behind another command', asRoot('cd /srv/web;crun run web'), 'crun'],
  ['as another user', asRoot("sudo -u carol sh -c 'podman run web'"), 'podman'],
])('a launch %s is seen', (_, text, launcher) => {
  expect(factsOf(text).launcher?.value).toBe(launcher);
});

test('who starts it is whom sudo names', () => {
  expect(factsOf(asRoot("sudo -u carol sh -c 'podman run web'"))).toMatchObject({ rootless: { value: true }, caller: { value: { name: 'carol' } } });
  expect(factsOf(asUser("sudo su - carol -c 'podman run web'"))).toMatchObject({ rootless: { value: true }, caller: { value: { name: 'carol' } } });
  expect(factsOf(asUser('sudo podman run web')).rootless?.value).toBe(false);
  expect(factsOf(asUser('sudo -u root podman run web')).rootless?.value).toBe(false);
});

test('a client of the rootless daemon does not hide it', () => {
  expect(factsOf(asUser('dockerd-rootless-setuptool.sh install') + asUser('docker ps')).launcher?.value).toBe('rootlesskit');
});
