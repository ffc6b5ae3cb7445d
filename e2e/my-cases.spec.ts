import { readFileSync } from 'node:fs';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { axeFinds } from './axe';
import { story, type Upload } from './story';

interface Opened {
  readonly id: string;
  readonly manageToken: string;
}

async function open(request: APIRequestContext, uploads: readonly Upload[]): Promise<Opened> {
  const response = await request.post('/api/cases', { data: { files: uploads.map(({ name, buffer }) => ({ name, content: buffer.toString() })) } });
  return (await response.json()) as Opened;
}

/** Puts cases into the list of this browser, as saving them would. */
async function remember(page: Page, cases: readonly object[]): Promise<void> {
  await page.goto('/cases');
  await page.evaluate((list) => localStorage.setItem('userns-doctor.cases', JSON.stringify(list)), cases);
  await page.reload();
}

async function three(page: Page, request: APIRequestContext) {
  const [relative, closed, mended] = [await open(request, story.relative), await open(request, story.closed), await open(request, story.mended)];
  await remember(page, [
    { ...relative, title: 'relative path', createdAt: '2026-11-23T10:00:00.000Z', status: 'open', tags: ['night'], cause: 'rootfs-path-relative', expiresAt: '2099-01-01T00:00:00.000Z' },
    { ...closed, title: 'closed parent', createdAt: '2026-11-22T10:00:00.000Z', status: 'solved', tags: [], cause: 'rootfs-parent-not-traversable' },
    { ...mended, title: 'works on node A', createdAt: '2026-11-21T10:00:00.000Z', verdict: 'healthy' },
  ]);
  return { relative, closed, mended };
}

const titles = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('link').filter({ hasNotText: 'rootfs-' });

test('empty: what to do instead', async ({ page }) => {
  await page.goto('/cases');
  await expect(page.getByText('No cases on this device yet.')).toBeVisible();
  await expect(page.getByText('Import a list')).toBeVisible();
});

test('filters are text, and buttons write them', async ({ page, request }) => {
  await three(page, request);
  const filter = page.getByLabel('Search and filter');
  await expect(titles(page)).toHaveText(['relative path', 'closed parent', 'works on node A']);
  await filter.fill('cause:rootfs-*');
  await expect(page.getByText('2 of 3 cases')).toBeVisible();
  await page.getByRole('button', { name: 'Solved', exact: true }).click();
  await expect(filter).toHaveValue('cause:rootfs-* status:solved');
  await expect(titles(page)).toHaveText(['closed parent']);
  await expect(page).toHaveURL(/\?q=cause%3Arootfs-\*%20status%3Asolved$/);
  await page.reload();
  await expect(filter).toHaveValue('cause:rootfs-* status:solved');
  await filter.fill('nothing like it');
  await expect(page.getByText('No case fits nothing like it.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await page.getByRole('button', { name: '#night' }).click();
  await expect(titles(page)).toHaveText(['relative path']);
  await page.getByRole('button', { name: '#night' }).click();
  await page.getByRole('button', { name: 'Group by same failure' }).click();
  await expect(page.getByRole('region', { name: 'rootfs-path-relative' })).toBeVisible();
});

test('a long list comes by fifties, the newest first, and the filter looks at all of it', async ({ page }) => {
  const minutesAgo = (minutes: number) => new Date(Date.UTC(2026, 10, 20) - minutes * 60_000).toISOString();
  await remember(page, Array.from({ length: 10_000 }, (_, index) => ({ id: String(index).padStart(22, 'x'), title: `number ${index}`, createdAt: minutesAgo(index), cause: index % 2 ? 'rootfs-parent-not-traversable' : 'rootfs-path-relative' })));
  await expect(titles(page)).toHaveCount(50);
  await expect(titles(page).first()).toHaveText('number 0');
  await page.getByRole('button', { name: 'Show 50 more' }).press('Enter');
  await expect(titles(page)).toHaveCount(100);
  await expect(page.getByRole('button', { name: 'Show 50 more' })).toBeFocused();
  await page.getByLabel('Search and filter').fill('9999');
  await expect(titles(page)).toHaveText(['number 9999']);
  await page.getByLabel('Search and filter').fill('');
  await page.getByRole('button', { name: 'Group by same failure' }).click();
  await expect(titles(page)).toHaveCount(50);
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('5000');
});

test('solved is told to the case, and tags stay', async ({ page, request }) => {
  const { relative } = await three(page, request);
  await page.getByRole('button', { name: 'Mark as solved: relative path' }).click();
  await expect(page.getByRole('button', { name: 'Open again: relative path' })).toBeVisible();
  await expect.poll(async () => ((await (await request.get(`/api/cases/${relative.id}`)).json()) as { status: string }).status).toBe('resolved');
  const tags = page.getByLabel('Tags of closed parent');
  await tags.fill('daytime #node3');
  await tags.press('Enter');
  await page.reload();
  await expect(page.getByLabel('Tags of closed parent')).toHaveValue('#daytime #node3');
});

test('the list leaves as a file without the right to change cases, and comes back', async ({ page, request }) => {
  const { relative } = await three(page, request);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export the list' }).click();
  const file = await (await saved).path();
  expect(readFileSync(file, 'utf8')).toContain(relative.id);
  expect(readFileSync(file, 'utf8')).not.toContain(relative.manageToken);
  page.on('dialog', (one) => void one.accept());
  await page.getByRole('button', { name: 'Forget all on this device' }).click();
  await expect(page.getByText('No cases on this device yet.')).toBeVisible();
  await page.getByLabel('Import a list').setInputFiles(file);
  await expect(page.getByText('3 cases added.')).toBeVisible();
  await page.getByLabel('Import a list').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"auths": {}}') });
  await expect(page.getByText('This is no list of cases.')).toBeVisible();
});

test('works on node A, fails on node B', { tag: '@store' }, async ({ page, request }) => {
  await three(page, request);
  await page.getByLabel('Compare works on node A').check();
  await page.getByLabel('Compare closed parent').check();
  await page.getByRole('link', { name: 'Compare the two' }).click();
  await expect(page).toHaveURL(/\/compare\?a=[\w-]{22}&b=[\w-]{22}$/);
  const rests = page.getByRole('region', { name: 'What the diagnosis rests on' }).first();
  const first = rests.getByRole('row').nth(1);
  await expect(first).toContainText('/mycontainer');
  await expect(first).toContainText('0:0 0755');
  await expect(first).toContainText('0:0 0700');
  await expect(first.getByRole('link', { name: 'rootfs-parent-not-traversable' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Only in B: / })).toContainText('permission denied');
  await page.getByRole('link', { name: 'Swap A and B' }).click();
  await expect(page.getByRole('region', { name: /^Only in A: / })).toContainText('permission denied');
});

test('compare: one case twice, one that is not there, one that is chosen', async ({ page, request }) => {
  const { relative, closed } = await three(page, request);
  await page.goto(`/compare?a=${relative.id}&b=${relative.id}:1`);
  await expect(page.getByText(/The two are equal in all \d+ facts/)).toBeVisible();
  await expect(page.getByText('These are the same case and attempt twice.')).toBeVisible();
  await page.goto(`/compare?a=${relative.id}&b=aaaaaaaaaaaaaaaaaaaaaa`);
  await expect(page.getByText('There is no such case, or no such attempt.')).toBeVisible();
  await request.delete(`/api/cases/${closed.id}`, { headers: { Authorization: `Bearer ${closed.manageToken}` } });
  await page.goto(`/compare?a=${relative.id}&b=${closed.id}`);
  await expect(page.getByText('This case was deleted or has expired.')).toBeVisible();
  await page.goto(`/cases/${relative.id}`);
  await page.getByRole('link', { name: 'Compare with …' }).click();
  await page.getByLabel('The link or id of another case').fill('nonsense');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByText('That is no link of a case.')).toBeVisible();
  await page.getByRole('navigation', { name: 'From this device' }).getByRole('link', { name: /works on node A/ }).click();
  await expect(page.getByRole('region', { name: 'What the diagnosis rests on' }).first()).toBeVisible();
});

test('axe finds nothing in the list', async ({ page, request }) => {
  await three(page, request);
  await page.goto('/cases');
  await expect(page.getByText('relative path').first()).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
});
