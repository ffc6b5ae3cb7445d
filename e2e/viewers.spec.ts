import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { axeFinds } from './axe';
import { bundleConfig } from '../lib/diagnosis/testing/bundle-config';

const denied =
  'ctr: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ' +
  'error mounting "proc" to rootfs at "/proc": mkdir /mycontainer/rootfs/proc: permission denied: unknown';
const second = (number: number) => String(number % 60).padStart(2, '0');
const before = Array.from({ length: 120 }, (_, index) => `{"level":"info","msg":"step ${index}","time":"2026-11-24T10:00:${second(index)}Z"}`);
const after = Array.from({ length: 40 }, (_, index) => `time="2026-11-24T10:01:${second(index)}Z" level=info msg="cleanup ${index}"`);
const kubelet = Array.from({ length: 20 }, (_, index) => `time="2026-11-24T10:00:${second(index)}.5Z" level=info msg="sync ${index}"`);

const files = [
  { name: 'config.json', content: bundleConfig() },
  { name: 'ctr.log', content: `${[...before, denied, ...after].join('\n')}\n` },
  { name: 'kubelet.log', content: `${kubelet.join('\n')}\n` },
  {
    name: 'ls.txt',
    content:
      'root@node1:/mycontainer# ls -ldn / /mycontainer /mycontainer/rootfs\ndrwxr-xr-x 20 0 0 4096 Nov 24 10:00 /\ndrwx------ 3 0 0 4096 Nov 24 10:00 /mycontainer\ndrwxr-xr-x 18 65536 65536 4096 Nov 24 10:00 /mycontainer/rootfs\n',
  },
];

async function open(page: Page, request: APIRequestContext, hash = ''): Promise<void> {
  const response = await request.post('/api/cases', { data: { files } });
  const { id } = (await response.json()) as { id: string };
  await page.goto(`/cases/${id}${hash}`);
}

const views = (page: Page) => page.getByRole('navigation', { name: 'Views of the evidence' });
const text = (page: Page, name: string) => page.getByRole('region', { name: `Text of ${name}` });

test('a log opens at the line that failed, folded around it', async ({ page, request }) => {
  await open(page, request);
  await views(page).getByRole('link', { name: 'ctr.log' }).click();
  const log = text(page, 'ctr.log');
  await expect(log.getByText('permission denied')).toBeInViewport();
  await expect(log.getByRole('button', { name: '117 lines' })).toBeVisible();
  await expect(log.locator('.annotation').first()).toBeVisible();
  await log.getByRole('button', { name: '117 lines' }).click();
  await expect(log.getByText(/step 2\s*$/)).toBeAttached();
  // A JSON line is shown in words.
  await expect(log.getByText('"msg":"step 118"')).toHaveCount(0);
});

test('links to a range of lines and to a value of the config', async ({ page, request, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const refused: string[] = [];
  page.on('console', (one) => one.type() === 'error' && refused.push(one.text()));
  await open(page, request, '#log:118-120');
  const log = text(page, 'ctr.log');
  await expect(log.locator('.source-line-selected')).toHaveCount(3);
  await log.getByRole('link', { name: 'Line 121' }).click();
  await expect(page).toHaveURL(/#log:121$/);
  await log.getByRole('link', { name: 'Line 123' }).click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/#log:121-123$/);
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  await page.evaluate(() => (location.hash = '#cfg:/linux/namespaces/3'));
  const config = page.getByRole('textbox', { name: 'Text of config.json' });
  await expect(config).toBeVisible();
  await expect(page.getByRole('link', { name: '/linux/namespaces/3', exact: true })).toBeVisible();
  await config.getByText('"uts"').click();
  await page.keyboard.press('End');
  await expect(page.getByRole('link', { name: '/linux/namespaces/3/type', exact: true })).toBeVisible();
  // The policy of the page lets the editor's own styles in.
  expect(refused).toEqual([]);
});

test('keys: errors only, wrap, search, next finding', async ({ page, request }) => {
  await open(page, request, '#log:ctr.log');
  const log = text(page, 'ctr.log');
  const tools = page.getByRole('toolbar', { name: 'ctr.log' });
  await expect(tools.getByRole('button', { name: 'Errors only' })).toBeEnabled();
  await page.keyboard.press('e');
  await expect(tools.getByRole('button', { name: 'Errors only' })).toHaveAttribute('aria-pressed', 'true');
  await expect(log.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('e');
  await page.keyboard.press('w');
  await expect(tools.getByRole('button', { name: 'Wrap' })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('/');
  await expect(tools.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('STEP 7');
  await expect(tools.getByRole('status')).toHaveText('1 of 11');
  await page.keyboard.press('Enter');
  await expect(tools.getByRole('status')).toHaveText('2 of 11');
  await page.keyboard.press('Escape');
  const opened = page.url();
  await page.keyboard.press('n');
  await expect(page).not.toHaveURL(opened);
  const first = page.url();
  await page.keyboard.press('n');
  await expect(page).not.toHaveURL(first);
  await page.keyboard.press('p');
  await expect(page).toHaveURL(first);
});

test('left and right are joined both ways', async ({ page, request }) => {
  await open(page, request);
  const diagnosis = page.getByRole('region', { name: 'Diagnosis' });
  await diagnosis.getByRole('link', { name: 'ls.txt:3' }).first().click();
  const line = page.getByRole('article', { name: 'ls.txt' }).locator('.source-line-marked').filter({ hasText: 'drwx------' });
  await expect(line).toBeInViewport();
  await line.locator('code').click();
  await expect(page).toHaveURL(/#finding-rootfs-parent-not-traversable$/);
  await expect(page.locator('#finding-rootfs-parent-not-traversable')).toBeInViewport();
  // The same in a viewer, and back to the line there.
  await views(page).getByRole('link', { name: 'ctr.log' }).click();
  await text(page, 'ctr.log').getByRole('link', { name: 'Show the finding' }).first().click();
  await expect(page).toHaveURL(/#finding-/);
  await expect(text(page, 'ctr.log')).toBeVisible();
  await diagnosis.getByRole('link', { name: 'ls.txt:3' }).first().click();
  await expect(text(page, 'ls.txt').locator('.source-line-selected')).toContainText('drwx------');
});

test('several logs are merged by time', async ({ page, request }) => {
  await open(page, request, '#log:*');
  const log = text(page, 'Logs by time');
  await page.getByRole('button', { name: 'Unfold' }).click();
  await page.getByRole('searchbox').fill('sync 1');
  await expect(page.getByRole('toolbar').getByRole('status')).toHaveText('1 of 11');
  // The times of all lines are read apart from the page, and order the rows when they are there.
  const before = async () => {
    const rows = await log.getByRole('listitem').allInnerTexts();
    const at = rows.findIndex((row) => /sync 1"?$/m.test(row));
    return at > 0 ? rows[at - 1] : 'no row before it';
  };
  await expect.poll(before).toContain('ctr.log');
});

test('an ID that is typed or pointed at is placed on the map', async ({ page, request }) => {
  await open(page, request);
  const map = page.getByRole('region', { name: 'ID map' });
  await map.getByLabel('Where does an ID fall?').fill('65540');
  await expect(map.getByRole('status')).toContainText('As a container ID: beyond the map. As a host ID: container 4.');
  await map.getByLabel('Where does an ID fall?').fill('');
  await page.getByRole('article', { name: 'ls.txt' }).getByText('65536 65536').hover({ position: { x: 120, y: 10 } });
  await expect(map.getByRole('status')).toContainText('65536 (users and groups)');
});

test('each picture has its table', async ({ page, request }) => {
  await open(page, request);
  for (const [name, cell] of [
    ['ID map', '0–65535'],
    ['Path walk', 'container root (65536) is stopped here; owner or group outside the map'],
    ['Namespaces', "the container's own user namespace"],
  ] as const) {
    const picture = page.getByRole('region', { name });
    await expect(picture.getByRole('img').filter({ visible: true }).first()).toBeVisible();
    await picture.getByText('As a table').click();
    await expect(picture.getByRole('cell', { name: cell, exact: true }).first()).toBeVisible();
  }
});

for (const hash of ['#evidence', '#log:121', '#cfg:/root/path', '#log:*']) {
  test(`axe finds nothing in the evidence pane at ${hash}`, async ({ page, request }) => {
    await open(page, request, hash);
    await expect(hash === '#evidence' ? page.getByRole('region', { name: 'ID map' }) : page.getByRole('toolbar')).toBeVisible();
    expect(await axeFinds(page)).toEqual([]);
  });
}
