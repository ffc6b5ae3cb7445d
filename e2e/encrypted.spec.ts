import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'fflate';
import { expect, test, type Page } from '@playwright/test';
import { tarOf } from '../lib/intake/testing/tar-of';
import { startServer } from '../scripts/server.mjs';
import { story, type Upload } from './story';

type Server = Awaited<ReturnType<typeof startServer>>;
let server: Server;
test.beforeAll(async () => {
  // All that it logs is searched, too.
  server = await startServer({ env: { LOG_LEVEL: 'debug' } });
});
test.afterAll(() => server.stop());

/** Saves a case encrypted, and waits until it is shown: its link, with the key. */
async function saveEncrypted(page: Page, files: readonly Upload[] = story.relative): Promise<string> {
  await page.goto(`${server.url}/`);
  await page.getByLabel('Add files').setInputFiles([...files]);
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await page.getByLabel('Encrypt it').check();
  await expect(page.getByText('nobody can bring the key back')).toBeVisible();
  await page.getByRole('button', { name: 'Send and get a link' }).click();
  await expect(page).toHaveURL(/\/cases\/[\w-]{22}#k=[\w-]{43}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  return page.url();
}

/** All that the server wrote and printed. */
const written = () => Buffer.concat([...readdirSync(server.data).map((name) => readFileSync(path.join(server.data, name))), Buffer.from(server.printed())]);

test('an encrypted case is read by who has the whole link; neither the server nor a request has the text or the key', async ({ page, browser }) => {
  const asked: string[] = [];
  const policy: string[] = [];
  page.on('request', (request) => asked.push(request.url(), JSON.stringify(request.headers()), request.postDataBuffer()?.toString('latin1') ?? ''));
  page.on('console', (message) => message.text().includes('Content Security Policy') && policy.push(message.text()));
  const link = await saveEncrypted(page);
  const key = new URL(link).hash.slice('#k='.length);
  await expect(page.getByText('the server cannot read it')).toBeVisible();

  const context = await browser.newContext();
  const other = await context.newPage();
  other.on('request', (request) => asked.push(request.url(), JSON.stringify(request.headers()), request.postDataBuffer()?.toString('latin1') ?? ''));
  other.on('console', (message) => message.text().includes('Content Security Policy') && policy.push(message.text()));
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  // Lines, whole documents, the corrected config and exports are made here, and the address keeps the key.
  await other.getByRole('list', { name: 'Seen in' }).first().getByRole('link').first().click();
  await expect(other).toHaveURL(new RegExp(`#k=${key}&config\\.json:\\d+$`));
  await other.getByRole('navigation').getByRole('link', { name: 'output.txt' }).click();
  await expect(other.getByText('OCI runtime create failed').filter({ visible: true }).first()).toBeVisible();
  await expect(other).toHaveURL(new RegExp(`#k=${key}&log:output\\.txt$`));
  await other.reload();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  await other.getByRole('button', { name: 'Compare the whole file' }).click();
  await expect(other.getByRole('dialog').locator('.cm-content').first()).toContainText('/mycontainer/rootfs');
  await other.getByRole('button', { name: 'Close' }).click();
  await other.getByRole('button', { name: 'Export' }).click();
  await expect(other.getByRole('dialog').locator('pre')).toContainText('root.path');
  await context.close();

  const texts = ['ociVersion', 'mycontainer', 'rootfs', 'config.json', 'output.txt', 'permission denied', 'root.path is relative', 'rootfs-path-relative'];
  const kept = written();
  expect(kept.includes('answered')).toBe(true);
  expect([...texts, key].filter((text) => kept.includes(text))).toEqual([]);
  expect(asked.filter((text) => text.includes(key))).toEqual([]);
  expect(asked.filter((text) => text.includes('ociVersion') || text.includes('permission denied'))).toEqual([]);
  expect(policy).toEqual([]);
});

test('without the key, or with a wrong one, it says what to do, and opens once the link is given', async ({ page, browser }) => {
  const link = await saveEncrypted(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link.replace(/#.*/, ''));
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This case is encrypted, and the key is missing');
  await other.getByLabel('The whole link, or its key').fill('A'.repeat(43));
  await other.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This key does not open the case');
  await other.getByLabel('The whole link, or its key').fill(link);
  await other.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  await expect(other).toHaveURL(link);
  const id = new URL(link).pathname.split('/').at(-1) ?? '';
  const compared = await other.goto(`${server.url}/compare?a=${id}`);
  expect(compared?.status()).toBe(200);
  await expect(other.getByText('The server cannot read it, so it cannot be compared')).toBeVisible();
  await context.close();
});

test('password, a new link and deletion work as for every case', async ({ page, browser }) => {
  const link = await saveEncrypted(page);
  await page.getByText('Manage this case').click();
  await expect(page.getByLabel('Title')).toHaveCount(0);
  await page.getByLabel('Password for who has the link').fill('correct horse');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('button', { name: 'Take the password away' })).toBeVisible();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This case has a password');
  await other.getByLabel('Password').fill('correct horse');
  await other.getByRole('button', { name: 'Open' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  await context.close();

  await page.getByRole('button', { name: 'Make a new link' }).click();
  await expect(page).not.toHaveURL(link);
  await expect(page).toHaveURL(new RegExp(`${new URL(link).hash}$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  const manage = page.getByText('Manage this case');
  if (!(await page.getByRole('button', { name: 'Delete the case' }).isVisible())) await manage.click();
  await page.getByRole('button', { name: 'Delete the case' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page).toHaveURL(`${server.url}/cases`);
});

test('an archive is opened in the browser, and its secrets are masked before it is encrypted', async ({ page }) => {
  const secret = 'hunter2-canary';
  const members = story.relative.map(({ name, buffer }) => [{ name }, name === 'output.txt' ? `${buffer.toString()}password=${secret}\n` : buffer.toString()] as const);
  const archive = gzipSync(await tarOf(...members, [{ name: 'link', type: 'symlink', linkname: '/etc/shadow' }, '']));
  await saveEncrypted(page, [{ name: 'bundle.tgz', mimeType: 'application/gzip', buffer: Buffer.from(archive) }]);
  // What could not be read is told to who opens it, as of every case.
  await expect(page.getByText('bundle.tgz/link: not read, because it is a symlink, which is not followed.')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'bundle.tgz/output.txt' }).click();
  await expect(page.getByText('⟦password#1⟧').filter({ visible: true }).first()).toBeVisible();
  expect(await page.content()).not.toContain(secret);
});
