import { expect, test } from '@playwright/test';
import { axeFinds } from './axe';
import { causeIds } from '../lib/diagnosis/cause-ids';

const missingMaps = 'runc run failed: user namespaces enabled, but no uid mappings found';

test('the pages, the list and the API hold the same causes', async ({ page, request }) => {
  // 88 pages, each made for its request.
  test.slow();
  await page.goto('/causes');
  const addresses = await page.getByRole('listitem').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(addresses.toSorted()).toEqual(causeIds.map((id) => `/causes/${id}`).toSorted());
  const { causes } = (await (await request.get('/api/causes')).json()) as { causes: { id: string }[] };
  expect(causes.map(({ id }) => id)).toEqual([...causeIds]);
  for (const id of causeIds) {
    expect((await request.get(`/causes/${id}`)).status(), id).toBe(200);
    expect(await (await request.get(`/api/causes/${id}`)).json()).toMatchObject({ id, examples: { bad: {}, good: {} } });
  }
});

test('a pasted line is answered with its causes in order', async ({ page }) => {
  await page.goto('/causes');
  await page.getByRole('searchbox', { name: /paste a line/ }).fill(missingMaps);
  const found = page.getByRole('region', { name: 'Causes of this line' }).getByRole('listitem');
  await expect(found.first()).toContainText('userns-without-mappings');
  await expect(found.first()).toContainText('the line proves it');
  await expect(page.getByRole('status')).toContainText('The runtime found a user namespace without ID mappings. 3 causes, the likeliest first.');
});

test('an address with a line in it answers at once, and so does the API', async ({ page, request }) => {
  await page.goto(`/causes?q=${encodeURIComponent(missingMaps)}`);
  await expect(page.getByRole('searchbox')).toHaveValue(missingMaps);
  await page.getByRole('region', { name: 'Causes of this line' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/causes\/userns-without-mappings$/);
  const answer = (await (await request.get('/api/causes', { params: { q: missingMaps } })).json()) as { kind: string; causes: { id: string; standing: string }[] };
  expect([answer.kind, answer.causes[0]]).toEqual(['failure', expect.objectContaining({ id: 'userns-without-mappings', standing: 'proved' })]);
  expect((await request.get('/api/causes', { params: { q: 'x'.repeat(9000) } })).status()).toBe(413);
});

test('what stops nothing, what is unrelated and what nobody knows are told apart', async ({ page }) => {
  await page.goto('/causes');
  const box = page.getByRole('searchbox');
  await box.fill('WARN[0000] "/" is not a shared mount, this could cause issues or missing mounts with rootless containers');
  await expect(page.getByRole('status')).toContainText('stops nothing');
  await box.fill('write /var/lib/containerd/x: no space left on device');
  await expect(page.getByRole('status')).toContainText('nothing to do with user namespaces');
  await box.fill('zzzz yyyy');
  await expect(page.getByRole('status')).toContainText('No known message');
  await box.fill('subid range');
  await expect(page.getByRole('link', { name: /subid-range-missing/ })).toBeVisible();
});

test('both examples run in one click, and nothing is stored or sent', async ({ page }) => {
  await page.goto('/causes/rootfs-not-owned-by-mapping');
  const sent: string[] = [];
  page.on('request', (one) => (one.method() === 'GET' ? undefined : sent.push(one.url())));
  await page.getByRole('button', { name: 'Try the bad example' }).click();
  const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
  await expect(diagnosis.getByRole('heading', { level: 2 })).toContainText('belongs to host ID 0');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Try the good example' }).click();
  await expect(diagnosis.getByRole('heading', { level: 2 })).toContainText('Nothing here stops this container');
  expect(sent).toEqual([]);
  await page.goto('/cases');
  await expect(page.getByText(/No cases/)).toBeVisible();
});

test('the reply that is copied is the one that is seen, with the address of the page', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/causes/newidmap-missing');
  await page.getByRole('button', { name: 'Copy reply' }).click();
  // The clipboard takes it a moment after the click.
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`${baseURL ?? ''}/causes/newidmap-missing`);
  expect(copied).toContain('newuidmap and newgidmap are not installed, or not in PATH');
  await expect(page.getByRole('region', { name: 'Reply on an issue' })).toContainText(copied.split('\n')[0] ?? '');
});

test('an unknown id answers 404 and names the nearest', async ({ page, request }) => {
  expect((await page.goto('/causes/rootfs-owned-by-mapping'))?.status()).toBe(404);
  const near = page.getByRole('region', { name: 'Causes with a name like this' });
  await expect(near.getByRole('link').first()).toHaveText('rootfs-not-owned-by-mapping');
  const problem = await request.get('/api/causes/rootfs-owned-by-mapping');
  expect(problem.status()).toBe(404);
  expect(((await problem.json()) as { detail: string }).detail).toContain('Nearest: rootfs-not-owned-by-mapping');
});

test('a cause is whole without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/causes');
  await expect(page.getByRole('link', { name: /newidmap-missing/ })).toBeVisible();
  await page.goto('/causes/newidmap-missing');
  for (const name of ['You see', 'Because', 'Sure when, and when not', 'Its neighbours, and what decides', 'Evidence to collect', 'Repairs', 'A bad and a good example', 'References', 'Reply on an issue']) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  }
  await context.close();
});

test('axe finds nothing where a line was pasted', async ({ page }) => {
  await page.goto(`/causes?q=${encodeURIComponent(missingMaps)}`);
  await page.getByRole('region', { name: 'Causes of this line' }).waitFor();
  expect(await axeFinds(page)).toEqual([]);
});
