import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import { zh } from './keyring-quota-exceeded.zh';

/** What is enough for thousands of containers; the default is 200 keys and 20000 bytes a user (keyrings(7)). */
const roomy = { keys: 20000, bytes: 25000000 } as const;

interface Match {
  readonly limit: Known<string> | undefined;
}

export const keyringQuotaExceeded = defineCause({
  id: 'keyring-quota-exceeded',
  step: 'finish-isolation',
  effect: 'stops',
  explains: { 'keyring-quota-reached': 'usually', 'keyring-refused': 'rarely' },
  uses: ['sysctls', 'failure'],
  references: [
    { title: 'keyrings(7): quotas', url: 'https://man7.org/linux/man-pages/man7/keyrings.7.html' },
    { title: 'runc: --no-new-keyring', url: 'https://github.com/opencontainers/runc/blob/main/man/runc-run.8.md' },
  ],
  words: {
    en: {
      name: 'The key quota of the mapped user is used up, so no session keyring can be made',
      pageWhy:
        'Each container gets a session keyring, and the key counts for the host user behind container root. Ordinary users may hold 200 keys, and every host ID but 0 is ordinary, mapped root included. Some hundred containers with one map use them up; the answer is EDQUOT, "disk quota exceeded".',
      pageTell: 'The message is about a session key and says disk quota exceeded. `cat /proc/key-users` shows the user at this limit. No disk is involved.',
      pageSure: 'Creating the session key answered EDQUOT ("disk quota exceeded").',
      pageNot: 'The quota is large, and the answer was another one.',
      title: 'The key quota of the user behind container root is used up',
      explanation: 'The runtime makes a session keyring for the container. The host user that container root stands for has no key left.',
      told: 'The quota of keys was reached; no disk is meant.',
      limit: 'This many keys a user may hold.',
      high: 'The quota is large.',
      fixTitle: 'Raise the quota of keys',
      costs: 'Every user may hold more keys, which live in the memory of the kernel.',
      keep: 'To keep it: the same two lines in /etc/sysctl.d/90-keys.conf.',
      without: 'Or start without a keyring of its own: `runc run --no-new-keyring`, containerd `NoNewKeyring`, Podman `keyring = false` in containers.conf.',
    },
    zh,
  },
  judge({ sysctls, failure }, say) {
    const limit = sysctls?.get('kernel.keys.maxkeys');
    const match: Match = { limit };
    const shown = limit ? [mark(limit, say('limit'))] : [];
    if (failure?.symptom === 'keyring-quota-reached') return proved(match, [mark(failure, say('told')), ...shown]);
    if (limit && Number(limit.value) >= roomy.keys) return refuted([mark(limit, say('high'))]);
    return open(match, ['sysctls'], shown);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes(_, say) {
    const verify = [look`cat /proc/key-users`];
    return [
      fix({
        title: say('fixTitle'),
        risk: 'review',
        costs: say('costs'),
        commands: [look`sysctl kernel.keys.maxkeys kernel.keys.maxbytes`, change`sysctl -w kernel.keys.maxkeys=${roomy.keys}`, change`sysctl -w kernel.keys.maxbytes=${roomy.bytes}`],
        undo: [change`sysctl -w kernel.keys.maxkeys=200`, change`sysctl -w kernel.keys.maxbytes=20000`],
        verify,
        notes: [say('keep'), say('without')],
      }),
    ];
  },
});
