import type { APIRequestContext } from '@playwright/test';
import { logWithFailure, story, type Upload } from '../e2e/story';
import { encryptText } from '../lib/browser/encryption';
import { diagnose } from '../lib/diagnosis/diagnose';
import { bundleConfig } from '../lib/diagnosis/testing/bundle-config';
import { writeCase } from '../lib/report/case-file';

/** Cases that the pages are shown with, by their ids. */
export type Cases = Readonly<Record<'certain' | 'closed' | 'unknown' | 'healthy' | 'notIsolated' | 'solved' | 'gone' | 'locked' | 'large' | 'hooked' | 'two' | 'encrypted' | 'key' | 'manageToken', string>>;

interface Opened {
  readonly id: string;
  readonly manageToken: string;
}

async function open(request: APIRequestContext, files: readonly { readonly name: string; readonly content: string }[], title: string): Promise<Opened> {
  const answer = await request.post('/api/cases', { data: { files, title } });
  if (!answer.ok()) throw new Error(`a case was not stored: ${await answer.text()}`);
  return (await answer.json()) as Opened;
}

const filesOf = (uploads: readonly Upload[]) => uploads.map(({ name, buffer }) => ({ name, content: buffer.toString() }));

const map = [{ containerID: 0, hostID: 65536, size: 65536 }];
/** Mappings without a user namespace: runc starts the process, and nothing of it is isolated. */
const notIsolated = [
  { name: 'config.json', content: bundleConfig({ linux: { namespaces: ['pid', 'mount', 'ipc', 'uts', 'network'].map((type) => ({ type })), uidMappings: map, gidMappings: map } }) },
  { name: 'output.txt', content: 'root@node1:/mycontainer# ctr run --config config.json mycontainer\nstarted\n' },
];

/** A mended config does on the host what the failing one did. */
const hooked = [
  { name: 'config.json', content: bundleConfig({ root: { path: 'rootfs' }, hooks: { prestart: [{ path: '/usr/local/bin/prepare-network', args: ['prepare-network', '--bridge', 'br0'] }] }, annotations: { 'run.oci.handler': 'wasm' } }) },
  ...filesOf(story.relative).slice(1),
];

/** Two containers that fail for reasons of their own, in one log. */
const twoContainers = [
  {
    name: 'containerd.log',
    content: [
      'time="2026-11-24T02:14:01.120Z" level=error msg="StartContainer for \\"4f1a\\" failed" error="failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting \\"/var/lib/kubelet/pods/web/volumes/data\\" to rootfs at \\"/data\\": mount_setattr /data: invalid argument: unknown"',
      'time="2026-11-24T02:14:07.331Z" level=error msg="StartContainer for \\"9c3e\\" failed" error="failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: open /proc/sys/net/ipv4/ip_forward: permission denied: unknown"',
      '',
    ].join('\n'),
  },
];

/** A log whose failure is far from both ends. */
export const largeLog = () => logWithFailure(20_000, 10_000);

/** Stores a case as a browser does that encrypts it. */
async function openEncrypted(request: APIRequestContext): Promise<Pick<Cases, 'encrypted' | 'key'>> {
  const texts = filesOf(story.relative).map(({ name, content }) => ({ name, text: content }));
  const { envelope, key } = await encryptText(writeCase(texts, diagnose(texts)));
  const answer = await request.post('/api/encrypted-cases?expiresIn=2592000', { headers: { 'Content-Type': 'application/octet-stream' }, data: Buffer.from(envelope) });
  if (!answer.ok()) throw new Error(`an encrypted case was not stored: ${await answer.text()}`);
  return { encrypted: ((await answer.json()) as Opened).id, key };
}

/** Stores one case for each state. */
export async function openCases(request: APIRequestContext): Promise<Cases> {
  const solved = await open(request, filesOf(story.relative), 'mycontainer');
  await request.post(`/api/cases/${solved.id}/attempts`, { data: { after: 'fix', files: [{ name: 'output.txt', content: 'root@node1:/mycontainer# ctr run --config config.json mycontainer\nstarted\n' }] } });
  await request.patch(`/api/cases/${solved.id}`, { headers: { Authorization: `Bearer ${solved.manageToken}` }, data: { status: 'resolved' } });
  const gone = await open(request, filesOf(story.relative), '');
  await request.delete(`/api/cases/${gone.id}`, { headers: { Authorization: `Bearer ${gone.manageToken}` } });
  const certain = await open(request, filesOf(story.relative), 'mycontainer');
  const locked = await open(request, filesOf(story.relative), '');
  await request.patch(`/api/cases/${locked.id}`, { headers: { Authorization: `Bearer ${locked.manageToken}` }, data: { password: 'correct horse' } });
  return {
    certain: certain.id,
    manageToken: certain.manageToken,
    locked: locked.id,
    closed: (await open(request, filesOf(story.closed), 'node 3')).id,
    unknown: (await open(request, [{ name: 'a.log', content: 'runc run failed: something never heard of\n' }], '')).id,
    healthy: (await open(request, filesOf(story.mended), 'node 1')).id,
    notIsolated: (await open(request, notIsolated, 'web')).id,
    solved: solved.id,
    gone: gone.id,
    large: (await open(request, [{ name: 'containerd.log', content: largeLog() }], 'node 7')).id,
    hooked: (await open(request, hooked, 'web')).id,
    two: (await open(request, twoContainers, 'node 2')).id,
    ...(await openEncrypted(request)),
  };
}
