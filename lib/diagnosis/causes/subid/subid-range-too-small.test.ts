import { expect, test } from 'vitest';
import { gatherFacts } from '../../facts/gather-facts';
import { describeCause, textsOf } from '../../testing/describe-cause';
import { asUser } from '../../testing/lines';
import { subidRangeTooSmall } from './subid-range-too-small';

const files = (line: string) => asUser('cat /etc/subuid', line) + asUser('cat /etc/subgid', line);
const notAllowed = asUser('runc run web', 'newuidmap: uid range [1-65537) -> [100000-165536) not allowed\n');
const small = files('app:100000:1000\n') + notAllowed;

describeCause(subidRangeTooSmall, {
  proved: {
    '1000 IDs are granted, and 65536 asked for': { 'session.txt': small },
    'Podman has no IDs left': { 'run.log': 'Error: creating container storage: not enough unused IDs in user namespace\n' },
    'the image needs an ID that a customary range reaches': {
      'session.txt': files('app:100000:1000\n') + asUser('podman pull x', 'Error: potentially insufficient UIDs or GIDs available in user namespace (requested 0:4242 for /x): Check /etc/subuid and /etc/subgid: lchown /x: invalid argument\n'),
    },
  },
  refuted: { '65536 IDs are granted': { 'session.txt': files('app:200000:65536\n') + notAllowed } },
  open: { 'the line alone': { 'session.txt': notAllowed } },
});

test('the line that stands alone is widened in place', () => {
  const [first] = subidRangeTooSmall.judge(gatherFacts(textsOf({ 'session.txt': small }))).statement?.fixes ?? [];
  expect(first?.commands).toContain('usermod --add-subuids 100000-165535 --add-subgids 100000-165535 app');
});
