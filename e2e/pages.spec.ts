import { expect, test, type APIRequestContext } from '@playwright/test';
import { causeIds } from '../lib/diagnosis/cause-ids';
import { story } from './story';

async function openCase(request: APIRequestContext, texts: readonly { name: string; content: string }[]): Promise<string> {
  const response = await request.post('/api/cases', { data: { files: texts } });
  expect(response.status()).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

const relative = story.relative.map(({ name, buffer }) => ({ name, content: buffer.toString() }));

test('a case is readable without JavaScript', async ({ browser, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/cases/${await openCase(request, relative)}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  await expect(page.getByText('A relative path.')).toBeVisible();
  await expect(page.getByText('/mycontainer/rootfs').first()).toBeVisible();
  await page.goto('/');
  await page.getByLabel('Evidence').fill('runc run failed: user namespaces enabled, but no uid mappings found');
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('linux.uidMappings');
  await context.close();
});

test('hostile text is shown as text, and unseen characters as marks', async ({ page, request }) => {
  const hostile = `runc run failed: exec: "<img src=x onerror=document.title='owned'>": stat /x\u202etxt: no such file or directory </script><script>document.title='owned'</script>\n`;
  await page.goto(`/cases/${await openCase(request, [{ name: '"><svg onload=1>.log', content: hostile }])}`);
  await expect(page.getByText('<img src=x onerror').first()).toBeVisible();
  await expect(page.getByText('⟨U+202E⟩').first()).toBeVisible();
  await expect(page).not.toHaveTitle('owned');
});

test('no page asks anyone else for anything', async ({ page, request, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (one) => asked.push(new URL(one.url()).origin));
  for (const path of ['/', `/cases/${await openCase(request, relative)}`, '/causes', '/cases']) await page.goto(path);
  expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(new Set([new URL(baseURL ?? '').origin]));
});

test('every cause has a page, and the finder names the causes of a pasted line', async ({ page }) => {
  await page.goto('/causes');
  await expect(page.getByRole('status')).toHaveText(`${causeIds.length} of ${causeIds.length} causes`);
  await page.getByRole('searchbox').fill('runc run failed: user namespaces enabled, but no uid mappings found');
  await expect(page.getByRole('status')).toContainText('3 causes, the likeliest first');
  await page.getByRole('link', { name: /userns-without-mappings/ }).click();
  await expect(page.getByRole('heading', { name: 'Repairs' })).toBeVisible();
});

test('an unknown address and an unknown case are told kindly', async ({ page }) => {
  expect((await page.goto('/cases/aaaaaaaaaaaaaaaaaaaaaa'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
});

test('the theme that was chosen stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const theme = page.getByRole('combobox', { name: 'Theme' });
  await theme.selectOption('Dark');
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await expect(theme).toHaveValue('dark');
  await theme.selectOption('System');
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(undefined);
});
