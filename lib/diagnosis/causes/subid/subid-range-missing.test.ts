import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { bundleConfig } from '../../testing/bundle-config';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asRoot, asUser } from '../../testing/lines';
import { subidRangeMissing } from './subid-range-missing';

const files = (uids: string, gids: string) => asUser('cat /etc/subuid', uids) + asUser('cat /etc/subgid', gids);
const notAllowed = 'newuidmap: uid range [1-65537) -> [100000-165536) not allowed\n';
const told = 'Error: no subuid ranges found for user "app" in /etc/subuid\n';

describeCause(subidRangeMissing, {
  proved: {
    'the line of Podman alone': { 'run.log': told },
    'Podman goes on with a single ID, and the image does not unpack': { 'run.log': `${told}Error: potentially insufficient UIDs or GIDs available in user namespace (requested 0:42 for /etc/gshadow): Check /etc/subuid and /etc/subgid if configured locally and run "podman system migrate": lchown /etc/gshadow: invalid argument\n` },
    'config and session, and a line for another user': {
      'config.json': bundleConfig(),
      'session.txt': files('deploy:300000:65536\n', 'deploy:300000:65536\n') + asUser('runc run web', notAllowed),
    },
    'no line for the user in either file': {
      'session.txt': files('deploy:100000:65536\n', 'deploy:100000:65536\n') + asUser('runc run web', notAllowed),
    },
  },
  refuted: {
    'both files grant a range': { 'session.txt': files('app:100000:65536\n', 'app:100000:65536\n') + asUser('runc run web', notAllowed) },
    'root needs no range': { 'session.txt': asRoot('runc run web', 'runc run failed: failed to write /proc/42/uid_map: operation not permitted\n') },
  },
  supported: {
    'no line for the user who starts it, and no failure yet': { 'session.txt': files('deploy:100000:65536\n', 'deploy:100000:65536\n') + asUser('runc run web') },
    'both files grant a range, and the program finds none': { 'session.txt': files('app:100000:65536\n', 'app:100000:65536\n') + asUser('podman info', told) },
  },
  open: {
    'a refused range may as well be another one': { 'run.log': notAllowed },
    'the config alone': { 'config.json': bundleConfig() },
  },
});

test('the line is granted in the file that lacks it, with the range of the other', () => {
  const texts = { 'session.txt': files('app:200000:65536\n', 'deploy:100000:65536\n') + asUser('runc run web', notAllowed) };
  const [first] = subidRangeMissing.judge(gatherFacts(textsOf(texts))).statement?.fixes ?? [];
  expect(first?.commands).toContain('usermod --add-subgids 200000-265535 app');
});

test('a range of another user is never granted again', () => {
  const texts = { 'session.txt': files('deploy:100000:65536\n', 'deploy:100000:65536\n') + asUser('runc run web', notAllowed) };
  const [first] = subidRangeMissing.judge(gatherFacts(textsOf(texts))).statement?.fixes ?? [];
  expect(first?.commands.join('\n')).toContain('165536-231071');
});
