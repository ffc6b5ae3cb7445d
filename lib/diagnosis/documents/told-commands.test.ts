import { expect, test } from 'vitest';
import { gatherFacts } from '../facts/gather-facts';
import { makeDocument } from './document';
import { recognise } from './recognise';
import { readToldCommands } from './told-commands';

const told = (text: string) => readToldCommands(recognise(makeDocument('issue.md', text)).regions).map(({ command }) => command?.value.text);

test.each([
  ['2. Run `podman run --userns=auto web touch /mnt/a` (as `root`)', 'podman run --userns=auto web touch /mnt/a'],
  ['- `sudo docker run --rm web`', 'sudo docker run --rm web'],
  ['1. podman run --rm alpine', 'podman run --rm alpine'],
  ['`nerdctl run -v /srv/a:/a web`', 'nerdctl run -v /srv/a:/a web'],
])('%s', (line, command) => {
  expect(told(`${line}\n`)).toEqual([command]);
});

test.each(['I think `podman` is to blame', 'The option `podman run --userns=auto` is what `docker run` lacks.', '1. Podman was installed', '- `web.service`'])('no step: %s', (line) => {
  expect(told(`${line}\n`)).toEqual([]);
});

test('what stands below a step is not its output, and who types it is not known', () => {
  const facts = gatherFacts([{ name: 'issue.md', text: '1. Run `podman run --uidmap 0:200000:65536 web`\n\nNothing comes of it.\n' }]);
  expect([facts.started, facts.rootless, facts.launcher?.value, facts.uidMap?.value.hostRoot?.value]).toEqual([undefined, undefined, 'podman', 200000]);
  for (const step of ['1. `sudo podman run web`', '1. Run `podman run web` (as `root`)']) expect(gatherFacts([{ name: 'issue.md', text: `${step}\n` }]).rootless?.value).toBe(false);
});
