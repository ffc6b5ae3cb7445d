import { describe, expect, test } from 'vitest';
import { bundleConfig } from '../testing/bundle-config';
import { gatherFacts } from './gather-facts';

const issueOf = (text: string) => gatherFacts([{ name: 'issue.md', text }]);
const fence = (text: string, language = '') => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const denied = 'runc run failed: unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mkdirat /srv/web/rootfs/proc: permission denied';

const issue = `# Container with a user namespace does not start

### Description

When I run this bundle I get permission denied when mounting. I have tried chmod 755: permission denied again.
Error handling in my script prints nothing. The same bundle starts as root, so the rootfs is fine.

> What does ls say?

Here it is:

${fence('root@node1:/srv/web# ls -ln\ntotal 8\n-rw-r--r-- 1 0 0 2873 Mar  1 10:00 config.json\ndrwxr-x--- 18 0 0 4096 Mar  1 10:00 rootfs', 'console')}
<details><summary>config.json</summary>

${fence(bundleConfig({ root: { path: '/srv/web/rootfs' } }), 'json')}
</details>

### Log

${fence(`root@node1:/srv/web# runc run web\n${denied}`)}
### Environment

# id of the user is 1000
- OS: Ubuntu
- I also tried podman: it works, no error: nothing.

Thanks for any hint!
`;

describe('an issue in Markdown', () => {
  test('its blocks are read', () => {
    const facts = issueOf(issue);
    expect(facts.config?.value).toBe('whole');
    expect(facts.rootfsPath?.value).toBe('/srv/web/rootfs');
    expect(facts.files?.at('/srv/web/rootfs')?.mode).toBe(0o750);
    expect(facts.failure?.symptom).toBe('mountpoint-create-denied');
    expect(facts.started?.value).toBe(false);
  });

  test('its prose tells no failure', () => {
    expect(issueOf(issue).failures).toHaveLength(1);
    expect(issueOf(issue.replace(denied, '')).failures).toBeUndefined();
  });

  test('what is written below a session is not what the container printed', () => {
    expect(issueOf(`${fence('$ runc run web')}\nIt hangs here.\n`).started).toBeUndefined();
    expect(issueOf(`${fence('$ runc run web\nhello')}`).started?.value).toBe(true);
  });

  test('headings and quotes between blocks are no commands', () => {
    expect(issueOf(`# mount fails\n> id shows nothing\n${fence('x')}# runc run web\n`).launcher).toBeUndefined();
  });

  test('manifests and settings in blocks, whole or in pieces', () => {
    const facts = issueOf(`The pod:\n${fence('spec:\n  hostUsers: false\n  hostNetwork: true', 'yaml')}\nand\n${fence("[plugins.'io.containerd.snapshotter.v1.overlayfs']\n  slow_chown = true", 'toml')}\n`);
    expect(facts.pod?.shared.map(({ value }) => value)).toEqual(['hostNetwork']);
    expect(facts.containerdConfig?.slowChown?.value).toBe(true);
  });

  test.each(['yaml', 'toml', 'json', 'sh', ''])('a log in a block that is called %j is still a log', (language) => {
    expect(issueOf(fence(denied, language)).failure?.symptom).toBe('mountpoint-create-denied');
    expect(issueOf(fence(`  Warning  Failed  2s  kubelet  Error: ${denied}`, language)).failure?.symptom).toBe('mountpoint-create-denied');
  });

  test('an error without a block, and a block that is never closed', () => {
    expect(issueOf(`It fails:\n\n${denied}\n\nWhat can I do?\n`).failure?.symptom).toBe('mountpoint-create-denied');
    expect(issueOf(`It fails:\n\n\`\`\`\n${denied}\n`).failure?.symptom).toBe('mountpoint-create-denied');
    expect(issueOf(`${fence('$ id')}\n    ${denied}\n`).failure?.symptom).toBe('mountpoint-create-denied');
  });
});

test.each([
  'I get permission denied when mounting',
  'I get permission denied when mounting: operation not permitted',
  'We always see the same thing: permission denied',
  'Error handling is not the problem here',
  'After the upgrade, when I start the container, it says: permission denied.',
  'error: I do not know what it means',
  'Mounting proc gives me an EPERM, but the kernel is new: no such file or directory',
])('%j is no failure', (text) => {
  expect(issueOf(`${text}\n`).failures).toBeUndefined();
});

test.each(['open /srv/web/data: permission denied', 'error: something is wrong with the store', 'crun: no idea: Operation not permitted'])('%j is one that nobody knows', (text) => {
  expect(issueOf(`${text}\n`).failure).toBeDefined();
});
