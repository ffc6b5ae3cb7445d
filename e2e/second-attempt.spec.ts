import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { axeFinds } from './axe';
import { saveCase, story, type Upload } from './story';

const filesOf = (uploads: readonly Upload[]) => uploads.map(({ name, buffer }) => ({ name, content: buffer.toString() }));
const open = async (request: APIRequestContext, uploads: readonly Upload[]) => ((await (await request.post('/api/cases', { data: { files: filesOf(uploads) } })).json()) as { id: string }).id;
const started = 'root@node1:/mycontainer# ctr run --config config.json mycontainer\nstarted\n';

async function save(page: Page, uploads: readonly Upload[]): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([...uploads]);
  await expect(page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 }).first()).toBeVisible();
  await saveCase(page);
}

test('fail, fix, second attempt with the next fault, third attempt green', { tag: '@store' }, async ({ page }) => {
  await save(page, story.relative);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');

  await page.getByLabel('New output of the start').fill(story.closed.slice(1).map(({ buffer }) => buffer.toString()).join(''));
  await page.getByRole('button', { name: 'Diagnose the new start' }).click();
  await expect(page).toHaveURL(/\?attempt=2$/);
  const changes = page.getByRole('region', { name: /Since attempt 1|One step further/ });
  await expect(changes.getByText('Gone')).toBeVisible();
  await expect(changes.getByRole('link', { name: 'rootfs-path-relative' })).toBeVisible();
  await expect(changes.getByText('New')).toBeVisible();
  await expect(changes.getByRole('link', { name: 'rootfs-parent-not-traversable' })).toBeVisible();
  await expect(changes.getByRole('heading', { name: /^Attempt 1/ })).toBeVisible();

  await page.getByLabel('New output of the start').fill(started);
  await page.getByRole('button', { name: 'Diagnose the new start' }).click();
  await expect(page).toHaveURL(/\?attempt=3$/);
  await expect(page.getByRole('heading', { name: 'It runs: the process was seen to start.' })).toBeVisible();
  await expect(page.getByLabel('New output of the start')).toHaveCount(0);

  // Every attempt can be read again.
  const list = page.getByRole('list', { name: 'Attempts' });
  await expect(list.getByRole('link')).toHaveCount(3);
  await list.getByRole('link', { name: /Attempt 1/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  await page.getByRole('link', { name: /Go to the latest/ }).click();
  await expect(page.getByRole('heading', { name: 'It runs: the process was seen to start.' })).toBeVisible();
});

test('a bundle that is dropped on the box is the new evidence', async ({ page, request }) => {
  await page.goto(`/cases/${await open(request, story.relative)}`);
  const box = page.getByLabel('New output of the start').locator('xpath=ancestor::form');
  const data = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const { name, content } of files) transfer.items.add(new File([content], name));
      return transfer;
    },
    filesOf(story.mended),
  );
  await box.dispatchEvent('drop', { dataTransfer: data });
  await expect(box.getByRole('status')).toHaveText('3 files chosen');
  await page.getByRole('button', { name: 'Diagnose the new start' }).click();
  await expect(page.getByRole('heading', { name: 'It runs: the process was seen to start.' })).toBeVisible();
});

test('an answered question makes a suspect certain', async ({ page, request }) => {
  await page.goto(`/cases/${await open(request, story.closed.slice(0, 2))}`);
  await page.getByLabel('Output of the commands above').fill(story.closed[2]?.buffer.toString() ?? '');
  await page.getByRole('button', { name: 'Add to the evidence' }).click();
  await expect(page.getByRole('region', { name: 'Diagnosis' })).toContainText('certain');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mapped root is stopped at /mycontainer');
});

test('nothing given, and a server that is away: it is said, and the text stays', async ({ page, request }) => {
  await page.goto(`/cases/${await open(request, story.relative)}`);
  await page.getByRole('button', { name: 'Diagnose the new start' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Paste the output' })).toBeVisible();
  await page.route('**/attempts', (route) => route.abort());
  await page.getByLabel('New output of the start').fill(started);
  await page.getByRole('button', { name: 'Diagnose the new start' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible();
  await expect(page.getByLabel('New output of the start')).toHaveValue(started);
});

test('with the keyboard alone', async ({ page, request }) => {
  await page.goto(`/cases/${await open(request, story.relative)}`);
  const box = page.getByLabel('New output of the start');
  for (let presses = 0; presses < 80 && !(await box.evaluate((one) => one === document.activeElement)); presses++) await page.keyboard.press('Tab');
  await expect(box).toBeFocused();
  await page.keyboard.insertText(started);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Diagnose the new start' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'It runs: the process was seen to start.' })).toBeVisible();
});

test('without JavaScript', async ({ browser, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/cases/${await open(request, story.relative)}`);
  await page.getByLabel('New output of the start').fill(started);
  await page.getByRole('button', { name: 'Diagnose the new start' }).click();
  await expect(page).toHaveURL(/\?attempt=2$/);
  await expect(page.getByRole('heading', { name: 'It runs: the process was seen to start.' })).toBeVisible();
  await page.getByRole('list', { name: 'Attempts' }).getByRole('link', { name: /Attempt 1/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  await context.close();
});

test('who holds the token changes the case; who has the link does not see how', { tag: '@store' }, async ({ page, browser }) => {
  await save(page, story.relative);
  const address = page.url();
  await page.getByText('Manage this case').click();
  await page.getByRole('button', { name: 'Mark as solved' }).click();
  await expect(page.getByRole('region', { name: 'Diagnosis' })).toContainText('solved');
  await page.getByLabel('Title').fill('node 3');
  await page.getByRole('button', { name: 'Save title' }).click();
  await expect(page.getByRole('region', { name: 'Diagnosis' })).toContainText('node 3');

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByRole('region', { name: 'Diagnosis' })).toContainText('node 3');
  await expect(other.getByText('Manage this case')).toHaveCount(0);

  await page.getByRole('button', { name: 'Delete the case' }).click();
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page).toHaveURL(/\/cases$/);
  expect((await other.goto(address))?.status()).toBe(410);
  await context.close();
});

test('a hook of the config is told before its mended form is taken over', async ({ page, request }) => {
  const [config, ...rest] = filesOf(story.relative);
  const content = JSON.stringify({ ...(JSON.parse(config?.content ?? '{}') as object), hooks: { createRuntime: [{ path: '/tmp/x' }] } }, undefined, 2);
  const id = ((await (await request.post('/api/cases', { data: { files: [{ name: 'config.json', content }, ...rest] } })).json()) as { id: string }).id;
  await page.goto(`/cases/${id}`);
  await expect(page.getByRole('region', { name: 'Read before you take this config over' })).toContainText('/tmp/x');
});

test('axe finds nothing on a case with attempts', async ({ page, request }) => {
  const id = await open(request, story.relative);
  await request.post(`/api/cases/${id}/attempts`, { data: { after: 'fix', files: filesOf(story.closed) } });
  for (const path of [`/cases/${id}`, `/cases/${id}?attempt=1`]) {
    await page.goto(path);
    expect(await axeFinds(page), path).toEqual([]);
  }
});
