import { expect, test, type Page } from '@playwright/test';
import { axeFinds } from './axe';
import { bundleConfig } from '../lib/diagnosis/testing/bundle-config';
import { saveCase } from './story';

const secret = 'canary-7f3a9b-w0rd';
const config = { name: 'config.json', mimeType: 'application/json', buffer: Buffer.from(bundleConfig({ process: { args: ['sh'], env: ['TERM=xterm', `DB_PASSWORD=${secret}`], cwd: '/' }, hostname: 'db7.corp.example' })) };
const log = { name: 'run.log', mimeType: 'text/plain', buffer: Buffer.from(`on db7.corp.example: password=${secret}\nrunc run failed: user namespaces enabled, but no uid mappings found\n`) };

/** Keeps the texts that the page hands to the browser to send: a body of files cannot be read from outside. */
async function watchSent(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const sent: string[] = [];
    const send = XMLHttpRequest.prototype.send;
    // Sent once all of it is known: nothing may leave unseen.
    XMLHttpRequest.prototype.send = async function (body) {
      if (body instanceof FormData) for (const [, value] of body) sent.push(typeof value === 'string' ? value : `${value.name}\n${await value.text()}`);
      send.call(this, body);
    };
    Object.defineProperty(window, 'sentTexts', { value: sent });
  });
  return () => page.evaluate(() => (Reflect.get(window, 'sentTexts') as string[]).join('\n'));
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'What is hidden, and what is sent' });

test('nothing leaves before the person says so, and then only masked texts', async ({ page }) => {
  const sent = await watchSent(page);
  const asked: string[] = [];
  page.on('request', (one) => one.method() !== 'GET' && asked.push(one.url()));
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([config, log]);
  await expect(page.getByText('2 values are hidden')).toBeVisible();
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await expect(dialog(page).getByText('Values of environment variables')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: /⟦env#1⟧ Line 1 of run\.log/ })).toBeVisible();
  await expect(dialog(page)).toContainText('2 documents');
  await expect(dialog(page)).toContainText('Kept for 30 days');
  await expect(dialog(page)).not.toContainText(secret);
  expect(asked).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Back, send nothing' }).click();
  expect(asked).toEqual([]);

  await saveCase(page);
  expect(await sent()).toContain('DB_PASSWORD=⟦env#1⟧');
  expect(await sent()).not.toContain(secret);
});

test('a person hides more, by typing and by selecting, and shows it again', async ({ page }) => {
  const sent = await watchSent(page);
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([config, log]);
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  const more = dialog(page).getByLabel('Hide more');
  await more.fill('ab');
  await dialog(page).getByRole('button', { name: 'Hide it everywhere' }).click();
  await expect(dialog(page).getByText('Choose at least 3 characters')).toBeVisible();
  await dialog(page).getByRole('list', { name: 'Document' }).getByRole('button', { name: 'run.log' }).click();
  // As a person drags over the words.
  await dialog(page).getByRole('region', { name: 'Lines as they are sent' }).getByText('on db7.corp.example').dblclick({ position: { x: 40, y: 8 } });
  await expect(more).not.toHaveValue('ab');
  await more.fill('db7.corp.example');
  await dialog(page).getByRole('button', { name: 'Hide it everywhere' }).click();
  await expect(dialog(page).getByText('Hidden by you')).toBeVisible();
  await expect(dialog(page).getByRole('region', { name: 'Lines as they are sent' }).last()).toContainText('on ⟦hidden#1⟧');
  await dialog(page).getByRole('button', { name: 'Show db7.corp.example again' }).click();
  await expect(dialog(page).getByText('Hidden by you')).toBeHidden();
  await more.fill('db7.corp.example');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Hidden by you')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Send and get a link' }).click();
  await expect(page).toHaveURL(/\/cases\/[\w-]{22}$/);
  expect(await sent()).toContain('on ⟦hidden#1⟧');
  expect(await sent()).not.toContain('db7');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('linux.uidMappings');
});

test('what hides the cause is told', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Evidence').fill('runc run failed: user namespaces enabled, but no uid mappings found');
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await expect(dialog(page).getByRole('region', { name: 'Lines as they are sent' })).toContainText('no uid mappings');
  await dialog(page).getByLabel('Hide more').fill('user namespaces enabled, but no uid mappings found');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('With this hidden the diagnosis is another one')).toBeVisible();
});

test('a text that is too large and no log: its end is kept', async ({ page }) => {
  // The page takes what is dropped once its script has run.
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const data = new DataTransfer();
    const line = 'a note that somebody wrote down about this node, no log\n';
    data.items.add(new File([line.repeat(700_000), 'runc run failed: user namespaces enabled, but no uid mappings found\n'], 'notes.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  });
  await expect(page.getByText('not sent: it has 37.4 MiB; the limit is 32 MiB')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the last 30 MiB of notes.txt' }).click();
  await expect(page.getByText(/not sent: it has/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Review' })).toBeVisible();
});

test('credentials that are pasted stay in the browser', async ({ page }) => {
  const sent = await watchSent(page);
  await page.goto('/');
  await page.getByLabel('Evidence').fill('{"auths": {"registry.example": {"auth": "c2VjcmV0"}}}');
  await expect(page.getByText('not sent: it looks like a Docker credentials file')).toBeVisible();
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await expect(page.getByText('There is nothing to save yet')).toBeVisible();
  expect(await sent()).toBe('');
});

test('an archive is told apart, for it is opened on the server', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([{ name: 'bundle.zip', mimeType: 'application/zip', buffer: Buffer.from('504b0506000000000000000000000000000000000000', 'hex') }]);
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await expect(dialog(page).getByText('bundle.zip: opened on the server, where its texts are masked')).toBeVisible();
});

test('offline: the diagnosis works, saving waits', async ({ page, context }) => {
  await page.goto('/');
  await page.getByLabel('Evidence').fill('runc run failed');
  await expect(page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save and get a link' })).toBeDisabled();
  await page.getByLabel('Evidence').fill('runc run failed: user namespaces enabled, but no uid mappings found');
  await expect(page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 })).toContainText('linux.uidMappings');
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: 'Save and get a link' })).toBeEnabled();
});

test("axe finds nothing in the review, and the page's policy lets it in", async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (one) => one.type() === 'error' && refused.push(one.text()));
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([config, log]);
  await page.getByRole('button', { name: 'Save and get a link' }).click();
  await expect(dialog(page).getByText('Values of environment variables')).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  expect(refused).toEqual([]);
});
