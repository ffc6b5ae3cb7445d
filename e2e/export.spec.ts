import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { axeFinds } from './axe';
import { story } from './story';

async function open(request: APIRequestContext, files = story.closed.map(({ name, buffer }) => ({ name, content: buffer.toString() }))): Promise<string> {
  return ((await (await request.post('/api/cases', { data: { files } })).json()) as { id: string }).id;
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Pass it on' });

test('each form is copied as it is seen; the link goes only where it is asked for', async ({ page, request, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await open(request);
  await page.goto(`/cases/${id}`);
  await page.getByRole('button', { name: 'Export' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  for (const [form, copy, wanted] of [
    ['Markdown for an issue', 'Copy Markdown', '### Root cause'],
    ['Hand-over in five lines', 'Copy hand-over', 'Cause (certain): '],
    ['Reply on an issue', 'Copy reply', 'It shows in:'],
  ] as const) {
    await dialog(page).getByRole('button', { name: form }).click();
    const shown = dialog(page).getByRole('region', { name: form }).locator('pre');
    await expect(shown).toContainText(wanted);
    await dialog(page).getByRole('button', { name: copy }).click();
    await expect.poll(copied).toBe(await shown.textContent());
    expect(await copied()).not.toContain(id);
  }
  await dialog(page).getByRole('button', { name: 'Hand-over in five lines' }).click();
  await dialog(page).getByLabel('Put the link of the case in').check();
  await dialog(page).getByRole('button', { name: 'Copy hand-over' }).click();
  await expect.poll(async () => (await copied()).split('\n')).toHaveLength(5);
  expect(await copied()).toContain(`/cases/${id}`);
});

test('without a cause the reply is a report for the runtime', async ({ page, request }) => {
  await page.goto(`/cases/${await open(request, [{ name: 'a.log', content: 'runc run failed: something never heard of\n' }])}`);
  await page.getByRole('button', { name: 'Export' }).click();
  await dialog(page).getByRole('button', { name: 'Report for the runtime' }).click();
  await expect(dialog(page).locator('pre')).toContainText('something never heard of');
});

test('on paper: nothing folded but lines, pictures with their tables, no buttons, light', async ({ page, request }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/cases/${await open(request)}`);
  await expect(page.getByRole('region', { name: 'ID map' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('region', { name: 'ID map' }).getByRole('cell', { name: '0–65535', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export' })).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(27, 28, 30)');
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});

test('axe finds nothing in the export', async ({ page, request }) => {
  await page.goto(`/cases/${await open(request)}`);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(dialog(page).locator('pre')).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
});
