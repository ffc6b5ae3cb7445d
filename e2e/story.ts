import { expect, type Page } from '@playwright/test';
import { bundleConfig } from '../lib/diagnosis/testing/bundle-config';

/** A file as a person uploads it. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, text: string): Upload => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const denied = (path: string) =>
  'ctr: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ' +
  `error mounting "proc" to rootfs at "/proc": mkdir ${path}/proc: permission denied: unknown\n`;
const command = 'root@node1:/mycontainer# ctr run --config config.json mycontainer\n';

/** The story the product comes from: four states of one bundle, each mended as the report before said. */
export const story: Readonly<Record<'relative' | 'notOwned' | 'closed' | 'mended', readonly Upload[]>> = {
  relative: [
    file('config.json', bundleConfig({ root: { path: 'rootfs' } })),
    file('output.txt', command + denied('/run/containerd/io.containerd.runtime.v2.task/default/mycontainer/rootfs')),
  ],
  notOwned: [
    file('config.json', bundleConfig()),
    file('output.txt', command + denied('/mycontainer/rootfs')),
    file('ls.txt', 'root@node1:/mycontainer# ls -ldn /mycontainer /mycontainer/rootfs\ndrwxr-xr-x 3 0 0 4096 Nov 24 10:00 /mycontainer\ndrwxr-xr-x 18 0 0 4096 Nov 24 10:00 /mycontainer/rootfs\n'),
  ],
  closed: [
    file('config.json', bundleConfig()),
    file('output.txt', command + denied('/mycontainer/rootfs')),
    file('ls.txt', 'root@node1:/mycontainer# ls -ldn /mycontainer /mycontainer/rootfs\ndrwx------ 3 0 0 4096 Nov 24 10:00 /mycontainer\ndrwxr-xr-x 18 65536 65536 4096 Nov 24 10:00 /mycontainer/rootfs\n'),
  ],
  mended: [
    file('config.json', bundleConfig()),
    file('output.txt', `${command}started\n`),
    file('ls.txt', 'root@node1:/mycontainer# ls -ldn /mycontainer /mycontainer/rootfs\ndrwxr-xr-x 3 0 0 4096 Nov 24 10:00 /mycontainer\ndrwxr-xr-x 18 65536 65536 4096 Nov 24 10:00 /mycontainer/rootfs\n'),
  ],
};

/** Goes through the review, sends, and waits for the page of the case. */
export async function saveCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await page.getByRole('button', { name: 'Send and get a link' }).click();
  await expect(page).toHaveURL(/\/cases\/[\w-]{22}$/);
}

/** A line of a log that says nothing of a failure, by its number. */
const ordinaryRecord = (number: number) => `time="2026-03-01T10:00:00Z" level=info msg="event published" ns=k8s.io topic=/tasks/exit id=${number}`;

/** A log of so many lines; the line of that number says that no map was found. */
export function logWithFailure(lines: number, failedAt: number): string {
  return Array.from({ length: lines }, (_, index) => `${index + 1 === failedAt ? 'runc run failed: user namespaces enabled, but no uid mappings found' : ordinaryRecord(index + 1)}\n`).join('');
}
