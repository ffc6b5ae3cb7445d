import type { Page } from '@playwright/test';
import { story, type Upload } from '../e2e/story';
import { largeLog, type Cases } from './screen-cases';

/** A page in a state: where it is, and what is done there before the picture is taken. */
export interface Screen {
  readonly name: string;
  readonly path: (cases: Cases) => string;
  readonly act?: (page: Page, cases: Cases) => Promise<void>;
  /** False where the state is that of a browser that runs no script. */
  readonly scripts?: boolean;
}

/** A log that is on its way for longer than a person waits without a word. */
async function sendSlowly(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 128 * 1024 });
  await page.getByLabel('Add files').setInputFiles({ name: 'containerd.log', mimeType: 'text/plain', buffer: Buffer.from(largeLog()) });
  await page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading').first().waitFor();
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await page.getByRole('button', { name: 'Send and get a link' }).click();
  await page.getByRole('progressbar').waitFor();
}

const tryFleet = (button: string) => async (page: Page) => {
  await page.getByRole('button', { name: button }).click();
  await page.locator('.fleet-matrix').waitFor();
};

const give = (uploads: readonly Upload[]) => async (page: Page) => {
  await page.getByLabel('Add files').setInputFiles([...uploads]);
  await page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading').first().waitFor();
};
const home = () => '/';

/** Drops a file on the page as a person would. */
async function drop(page: Page, name: string, text: string, times: number): Promise<void> {
  await page.evaluate(
    ([file = '', part = '', count = '1']) => {
      const data = new DataTransfer();
      data.items.add(new File([part.repeat(Number(count))], file));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    [name, text, String(times)],
  );
  await page.getByText('not sent:').waitFor();
}

/** The list of this device, filled with the cases. */
async function remember(page: Page, cases: Cases): Promise<void> {
  const list = [
    { id: cases.certain, manageToken: cases.manageToken, title: 'root.path is relative, so containerd looked in its own empty directory', createdAt: '2026-11-24T10:00:00.000Z', expiresAt: '2099-01-01T00:00:00.000Z', tags: ['night', 'node3'], cause: 'rootfs-path-relative' },
    { id: cases.closed, title: 'Mapped root is stopped at /mycontainer', createdAt: '2026-11-23T10:00:00.000Z', tags: ['daytime'], cause: 'rootfs-parent-not-traversable' },
    { id: cases.solved, title: 'root.path is relative', createdAt: '2026-11-22T10:00:00.000Z', status: 'solved', cause: 'rootfs-path-relative' },
  ];
  await page.evaluate((text) => localStorage.setItem('userns-doctor.cases', text), JSON.stringify(list));
  await page.reload();
}

/** Every page and state that a person can come to. */
export const screens: readonly Screen[] = [
  { name: 'landing-empty', path: home },
  { name: 'landing-dragging', path: home, act: async (page) => page.evaluate(() => void document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true }))) },
  { name: 'landing-diagnosed', path: home, act: give(story.relative) },
  { name: 'landing-too-large', path: home, act: (page) => drop(page, 'notes.txt', 'a note that somebody wrote down about this node, no log\n', 700_000) },
  { name: 'landing-wrong-file', path: home, act: (page) => drop(page, 'config.json', '{"auths": {"registry.example": {"auth": "c2VjcmV0"}}}', 1) },
  { name: 'landing-offline', path: home, act: async (page) => page.context().setOffline(true) },
  {
    name: 'landing-review',
    path: home,
    act: async (page) => {
      await page.getByLabel('Evidence').fill('docker run -e DB_PASSWORD=s3cr3t-w0rd web\n{"process": {"env": ["API_TOKEN=abc123def456", "TERM=xterm"]}}\nrunc run failed: user namespaces enabled, but no uid mappings found\n');
      await page.getByRole('button', { name: 'Save and get a link' }).click();
      await page.getByRole('dialog').getByText('Values of environment variables').waitFor();
    },
  },
  {
    name: 'landing-encrypting',
    path: home,
    act: async (page) => {
      await give(story.relative)(page);
      await page.getByRole('button', { name: 'Save and get a link' }).click();
      await page.getByLabel('Encrypt it').check();
    },
  },
  { name: 'case-certain', path: ({ certain }) => `/cases/${certain}` },
  { name: 'case-pictures', path: ({ closed }) => `/cases/${closed}#path-walk` },
  { name: 'case-log', path: ({ closed }) => `/cases/${closed}#log:output.txt:2`, act: (page) => page.locator('.log-item').first().waitFor() },
  { name: 'case-config', path: ({ certain }) => `/cases/${certain}#cfg:/root/path`, act: (page) => page.locator('.cm-content').waitFor() },
  { name: 'case-unknown', path: ({ unknown }) => `/cases/${unknown}` },
  { name: 'case-healthy', path: ({ healthy }) => `/cases/${healthy}` },
  { name: 'case-not-isolated', path: ({ notIsolated }) => `/cases/${notIsolated}` },
  { name: 'case-hooked', path: ({ hooked: id }) => `/cases/${id}`, act: async (page) => page.getByRole('region', { name: 'Read before you take this config over' }).scrollIntoViewIfNeeded() },
  { name: 'case-two-containers', path: ({ two }) => `/cases/${two}` },
  { name: 'case-large-log', path: ({ large }) => `/cases/${large}#log:containerd.log:10000`, act: (page) => page.locator('.log-item').first().waitFor() },
  { name: 'case-encrypted', path: ({ encrypted, key }) => `/cases/${encrypted}#k=${key}`, act: (page) => page.getByText('root.path').first().waitFor() },
  { name: 'case-encrypted-without-key', path: ({ encrypted }) => `/cases/${encrypted}` },
  { name: 'case-without-scripts', path: ({ certain }) => `/cases/${certain}`, scripts: false },
  { name: 'landing-without-scripts', path: home, scripts: false },
  { name: 'landing-sending', path: home, act: sendSlowly },
  { name: 'case-solved', path: ({ solved }) => `/cases/${solved}` },
  { name: 'case-gone', path: ({ gone }) => `/cases/${gone}` },
  { name: 'case-locked', path: ({ locked }) => `/cases/${locked}` },
  {
    name: 'case-manage',
    path: ({ certain }) => `/cases/${certain}`,
    act: async (page, cases) => {
      await remember(page, cases);
      await page.getByText('Manage this case').click();
      await page.getByRole('button', { name: 'Delete the case' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'case-compare-fix',
    path: ({ certain }) => `/cases/${certain}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Compare the whole file' }).click();
      await page.locator('.cm-content').first().waitFor();
    },
  },
  { name: 'case-further-down', path: ({ certain }) => `/cases/${certain}`, act: async (page) => page.getByRole('heading', { name: 'I applied it' }).scrollIntoViewIfNeeded() },
  {
    name: 'case-export',
    path: ({ certain }) => `/cases/${certain}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('dialog').locator('pre').waitFor();
    },
  },
  { name: 'my-cases-empty', path: () => '/cases' },
  { name: 'my-cases', path: () => '/cases', act: remember },
  { name: 'compare', path: ({ healthy, closed }) => `/compare?a=${healthy}&b=${closed}`, act: (page) => page.getByRole('table').first().waitFor() },
  { name: 'compare-choose', path: ({ certain }) => `/compare?a=${certain}` },
  { name: 'compare-equal', path: ({ certain }) => `/compare?a=${certain}&b=${certain}`, act: (page) => page.getByText('The two are equal').waitFor() },
  {
    name: 'palette',
    path: home,
    act: async (page) => {
      await page.getByRole('button', { name: /^Jump to/ }).click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'keys',
    path: home,
    act: async (page) => {
      await page.keyboard.press('Shift+?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'fleet-empty', path: () => '/fleet' },
  { name: 'fleet', path: () => '/fleet', act: tryFleet('Try it with 40 nodes') },
  { name: 'fleet-matrix', path: () => '/fleet', act: async (page) => {
    await tryFleet('Try it with 40 nodes')(page);
    await page.getByRole('heading', { name: 'Node × requirement' }).evaluate((heading) => heading.scrollIntoView());
  } },
  { name: 'fleet-upgrades', path: () => '/fleet', act: async (page) => {
    await tryFleet('Try it with 40 nodes')(page);
    await page.getByRole('heading', { name: 'What an upgrade would rule out' }).evaluate((heading) => heading.scrollIntoView());
  } },
  { name: 'chinese-fleet', path: () => '/fleet?lang=zh', act: tryFleet('用 40 个节点试一试') },
  { name: 'causes', path: () => '/causes' },
  { name: 'cause', path: () => '/causes/rootfs-path-relative' },
  { name: 'chinese-landing', path: () => '/?lang=zh' },
  { name: 'chinese-case', path: ({ certain }) => `/cases/${certain}?lang=zh` },
  { name: 'not-found', path: () => '/nothing-here' },
];
