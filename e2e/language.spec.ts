import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { story } from './story';

async function openCase(request: APIRequestContext): Promise<string> {
  const files = story.relative.map(({ name, buffer }) => ({ name, content: buffer.toString() }));
  return ((await (await request.post('/api/cases', { data: { files } })).json()) as { id: string }).id;
}

/** English words of ours that are seen on a page: what is quoted, a command or a name stands in code, and references have titles of their own. */
async function englishOn(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const seen = document.body.cloneNode(true) as HTMLElement;
    for (const one of seen.querySelectorAll('code, pre, script, style, noscript, svg, .chip, .source-line, .annotation code, [lang="en"], a[rel], time, kbd')) one.remove();
    return seen.textContent;
  });
  return text.match(/\b(?:the|is|and|not|this|that|with|which|lines?|Copy|Open)\b/g) ?? [];
}

test.describe('a browser that asks for Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('every page answers in Chinese', async ({ page, request }) => {
    const id = await openCase(request);
    for (const path of ['/', `/cases/${id}`, '/cases', `/compare?a=${id}`, '/causes', '/causes/rootfs-path-relative', '/nothing-here']) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      expect({ path, english: await englishOn(page) }).toEqual({ path, english: [] });
    }
  });

  test('a case is told in Chinese, and its evidence and commands as they are', async ({ page, request }) => {
    await page.goto(`/cases/${await openCase(request)}`);
    const diagnosis = page.getByRole('region', { name: '诊断' });
    await expect(diagnosis).toContainText('根因');
    await expect(diagnosis.getByRole('heading', { name: '启动到了哪一步' })).toBeVisible();
    await expect(page.locator('.source-line-marked').first()).toContainText('"path": "rootfs"');
    await expect(page.getByText('namei -l /mycontainer/rootfs').first()).toBeAttached();
  });

  test('what is typed is diagnosed and reviewed in Chinese', async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('证据').fill('runc run failed: user namespaces enabled, but no uid mappings found');
    await expect(page.getByRole('region', { name: '诊断' }).getByRole('heading', { level: 2 })).toHaveText(/\p{Script=Han}/u);
    await page.getByRole('button', { name: '保存并获取链接' }).click();
    await expect(page.getByRole('dialog', { name: '隐藏什么，发送什么' })).toBeVisible();
  });

  test('a case that is gone says so in Chinese', async ({ page, request }) => {
    const opened = (await (await request.post('/api/cases', { data: { files: [{ content: 'runc run failed: x\n' }] } })).json()) as { id: string; manageToken: string };
    await request.delete(`/api/cases/${opened.id}`, { headers: { Authorization: `Bearer ${opened.manageToken}` } });
    await page.goto(`/cases/${opened.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('此案例已删除或已到期');
  });

  test('the other language is one click away, and stays chosen', async ({ page }) => {
    await page.goto('/causes');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Causes');
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Save and get a link' })).toBeVisible();
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page.getByRole('button', { name: '保存并获取链接' })).toBeVisible();
  });
});

test('a problem is told in the language of the page', async ({ page }) => {
  await page.goto('/?lang=zh');
  await page.route('**/api/cases', async (route) => route.continue({ headers: { ...route.request().headers(), 'content-type': 'application/x-unknown' } }));
  await page.getByLabel('证据').fill('runc run failed: user namespaces enabled, but no uid mappings found');
  await page.getByRole('button', { name: '保存并获取链接' }).click();
  await page.getByRole('button', { name: '发送并获取链接' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有保存' })).toContainText('不认识这种内容类型');
});
