import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { bundleConfig } from '../lib/diagnosis/testing/bundle-config';
import { saveCase, story } from './story';

const map = [{ containerID: 0, hostID: 65536, size: 65536 }];
const diagnosisOn = (page: Page) => page.getByRole('region', { name: 'Diagnosis' });
const open = async (request: APIRequestContext, files: readonly { name: string; content: string }[]) =>
  (await (await request.post('/api/cases', { data: { files } })).json()) as { id: string; manageToken: string };

/** Drags or drops a file over the page, as a browser tells it. */
async function drag(page: Page, kind: 'dragover' | 'dragleave' | 'drop', name = '', text = ''): Promise<void> {
  await page.evaluate(
    ([type = '', file = '', content = '']) => {
      const data = new DataTransfer();
      if (file !== '') data.items.add(new File([content], file));
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [kind, name, text],
  );
}

test('empty: the first page works before anything is given', async ({ page }) => {
  await page.goto('/');
  await expect(diagnosisOn(page)).toContainText('The cause appears here as you paste');
  await expect(page.getByRole('heading', { name: 'Try a real failure' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Kubernetes' })).toBeVisible();
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'nothing to save yet' })).toBeVisible();
});

test('dragging: the page says what it takes, and takes it wherever it is dropped', async ({ page }) => {
  await page.goto('/');
  await expect(async () => {
    await drag(page, 'dragover');
    await expect(page.getByText('Drop it anywhere on this page')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await drag(page, 'dragleave');
  await expect(page.getByText('Drop it anywhere on this page')).toBeHidden();
  await drag(page, 'drop', 'run.log', 'runc run failed: user namespaces enabled, but no uid mappings found\n');
  await expect(page.getByText('Drop it anywhere on this page')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Remove run.log' })).toBeVisible();
  await expect(diagnosisOn(page).getByRole('heading', { level: 2 })).toContainText('linux.uidMappings');
});

test('wrong file: credentials are not sent, and the person is told what to do', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles({ name: 'config.json', mimeType: 'application/json', buffer: Buffer.from('{"auths": {"registry.example": {"auth": "c2VjcmV0"}}}') });
  await expect(page.getByText('not sent: it looks like a Docker credentials file, so it was not sent; if it was sent elsewhere too, change what it holds')).toBeVisible();
});

test('unknown: it says so, and asks for what would settle it', async ({ page, request }) => {
  const { id } = await open(request, [{ name: 'a.log', content: 'runc run failed: something never heard of\n' }]);
  await page.goto(`/cases/${id}`);
  await expect(diagnosisOn(page)).toContainText('Not sure yet');
  await expect(page.getByRole('heading', { name: 'Lines that are not known' })).toBeVisible();
});

test('healthy: nothing stops it, and what was checked is told', async ({ page, request }) => {
  const { id } = await open(request, story.mended.map(({ name, buffer }) => ({ name, content: buffer.toString() })));
  await page.goto(`/cases/${id}`);
  await expect(diagnosisOn(page).getByRole('heading', { level: 1 })).toHaveText('Nothing here stops this container');
  await expect(page.getByRole('heading', { name: 'Checked and fine' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'I applied it' })).toBeHidden();
});

test('started but not isolated: it is no failure, and no success', async ({ page, request }) => {
  const config = bundleConfig({ linux: { namespaces: ['pid', 'mount', 'ipc', 'uts', 'network'].map((type) => ({ type })), uidMappings: map, gidMappings: map } });
  const { id } = await open(request, [
    { name: 'config.json', content: config },
    { name: 'output.txt', content: 'root@node1:/mycontainer# ctr run --config config.json mycontainer\nstarted\n' },
  ]);
  await page.goto(`/cases/${id}`);
  const diagnosis = diagnosisOn(page);
  await expect(diagnosis).toContainText('It started, but not as asked');
  await expect(diagnosis).not.toContainText('Stopped before');
});

test('solved: the last attempt runs, and the case says that it is solved', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([...story.relative]);
  await expect(diagnosisOn(page).getByRole('heading', { level: 2 })).toContainText('root.path is relative');
  await saveCase(page);
  await page.getByLabel('New output of the start').fill('root@node1:/mycontainer# ctr run --config config.json mycontainer\nstarted\n');
  await page.getByRole('button', { name: 'Diagnose the new start' }).click();
  await expect(page.getByRole('heading', { name: 'It runs: the process was seen to start.' })).toBeVisible();
  await page.getByText('Manage this case').click();
  await page.getByRole('button', { name: 'Mark as solved' }).click();
  await expect(diagnosisOn(page).getByText('· solved ·')).toBeVisible();
  await page.goto('/cases');
  await expect(page.getByRole('listitem').getByText('Solved', { exact: true })).toBeVisible();
});

test('expired or deleted: the link answers 410 and says what is kept', async ({ page, request }) => {
  const { id, manageToken } = await open(request, [{ name: 'a.log', content: 'runc run failed: x\n' }]);
  await request.delete(`/api/cases/${id}`, { headers: { Authorization: `Bearer ${manageToken}` } });
  expect((await page.goto(`/cases/${id}`))?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This case was deleted or has expired');
});

test('offline: the diagnosis works, saving says why it cannot', async ({ page, context }) => {
  await page.goto('/');
  await page.getByLabel('Evidence').fill('runc run failed: user namespaces enabled, but no uid mappings found');
  await expect(diagnosisOn(page).getByRole('heading', { level: 2 })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save and get a link' })).toBeDisabled();
  await page.getByLabel('Evidence').fill('Error: crun: mount `proc` to `proc`: Operation not permitted: OCI permission denied');
  await expect(diagnosisOn(page)).toContainText('possible');
});
