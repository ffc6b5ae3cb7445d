import { expect, test, type APIResponse, type Page } from '@playwright/test';
import { story } from './story';

const evidence = story.relative.map(({ name, buffer }) => ({ name, content: buffer.toString() }));

/** What each page answers with (security.md, "Headers"); a function where the value is not fixed. */
const wanted: Readonly<Record<string, string | RegExp>> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'origin-agent-cluster': '?1',
  'x-dns-prefetch-control': 'off',
  'permissions-policy': /camera=\(\).*clipboard-write=\(self\)/,
  'content-security-policy': /^default-src 'none'; script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'; .*base-uri 'none'; object-src 'none'; frame-src 'none'; frame-ancestors 'none'$/,
};

function holds(response: APIResponse, names: Readonly<Record<string, string | RegExp>>) {
  const headers = response.headers();
  for (const [name, value] of Object.entries(names)) expect(headers[name], `${name} of ${response.url()}`).toEqual(value instanceof RegExp ? expect.stringMatching(value) : value);
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['access-control-allow-origin']).toBeUndefined();
}

const closed = "sandbox; default-src 'none'; frame-ancestors 'none'";
const unlisted = { 'cache-control': /private, no-store/, 'x-robots-tag': 'noindex, nofollow, noarchive, nosnippet' };

test('every page answers with the headers that keep it to itself', async ({ request }) => {
  const { id } = (await (await request.post('/api/cases', { data: { files: evidence } })).json()) as { id: string };
  for (const path of ['/', '/cases', '/causes', '/causes/rootfs-path-relative', '/nothing-here', '/nothing.html', '/cases/nothing.json']) holds(await request.get(path), wanted);
  holds(await request.get(`/cases/${id}`), { ...wanted, ...unlisted });
  for (const path of [`/api/cases/${id}`, `/api/cases/${id}/report.md`, '/api/limits', '/api/causes']) {
    holds(await request.get(path), { ...unlisted, 'x-content-type-options': 'nosniff', 'content-security-policy': closed, 'referrer-policy': 'no-referrer' });
  }
  holds(await request.get(`/api/cases/${id}/documents/config.json`), { ...unlisted, 'content-security-policy': closed, 'content-type': 'text/plain; charset=utf-8', 'content-disposition': /^attachment; filename="case-[\w.-]+"$/ });
});

test('the policy has another nonce for each answer, and no script runs inline or from text', async ({ request }) => {
  const [first, second] = [await request.get('/'), await request.get('/')];
  const policy = first.headers()['content-security-policy'] ?? '';
  expect(policy).not.toBe(second.headers()['content-security-policy']);
  expect(/script-src[^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe/);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  const scripts = (await first.text()).match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
});

/** Every violation that the browser reports, from the first script on. */
async function watched(page: Page): Promise<string[]> {
  const reports: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|violates/.test(message.text())) reports.push(message.text());
  });
  await page.exposeFunction('reportViolation', (text: string) => reports.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
      const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
    });
  });
  return reports;
}

test('no page breaks its own policy', async ({ page, request }) => {
  const reports = await watched(page);
  const { id } = (await (await request.post('/api/cases', { data: { files: evidence } })).json()) as { id: string };
  for (const path of [`/cases/${id}`, '/cases', '/causes', '/causes/rootfs-path-relative', '/nothing-here', '/']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  await page.getByLabel('Evidence').fill('runc run failed: user namespaces enabled, but no uid mappings found');
  await expect(page.getByText('linux.uidMappings').first()).toBeVisible();
  expect(reports).toEqual([]);
});

test('the watch sees a violation', async ({ page }) => {
  const reports = await watched(page);
  await page.goto('/');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="x:y" onerror="document.title=\'owned\'">');
  });
  await expect.poll(() => reports.length).toBeGreaterThan(0);
  await expect(page).not.toHaveTitle('owned');
});
