import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { saveCase, story } from './story';

async function save(page: Page): Promise<string> {
  await page.goto('/');
  await page.getByLabel('Add files').setInputFiles([...story.relative]);
  await expect(page.getByRole('region', { name: 'Diagnosis' }).getByRole('heading', { level: 2 })).toContainText('root.path is relative');
  await saveCase(page);
  await page.getByText('Manage this case').click();
  return page.url();
}

test('a password is set and taken away; who sets it reads on', async ({ page, browser }) => {
  const address = await save(page);
  await page.getByLabel('Password for who has the link').fill('correct horse');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('button', { name: 'Take the password away' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This case has a password');
  await other.getByLabel('Password').fill('wrong horse');
  await other.getByRole('button', { name: 'Open' }).click();
  await expect(other.getByRole('alert').filter({ hasText: 'This is not the password of the case.' })).toBeVisible();
  await other.getByLabel('Password').fill('correct horse');
  await other.getByRole('button', { name: 'Open' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  await context.clearCookies();

  await page.getByText('Manage this case').click();
  await page.getByRole('button', { name: 'Take the password away' }).click();
  await expect(page.getByRole('button', { name: 'Take the password away' })).toBeHidden();
  await other.goto(address);
  await expect(other.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  await context.close();
});

test('a new link takes the place of the old one, here as well', async ({ page }) => {
  const address = await save(page);
  await page.getByRole('button', { name: 'Make a new link' }).click();
  await expect(page).not.toHaveURL(address);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('root.path is relative');
  const renewed = page.url();
  expect((await page.goto(address))?.status()).toBe(410);
  await page.goto('/cases');
  await page.getByRole('link', { name: /root\.path is relative/ }).click();
  await expect(page).toHaveURL(renewed);
  await expect(page.getByText('Manage this case')).toBeVisible();
});

test('the manage token, saved as a file, gives the right to change on another device', async ({ page, browser }) => {
  const address = await save(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the manage token' }).click();
  const file = await (await download).path();
  expect(await readFile(file, 'utf8')).toContain(address.split('/').at(-1) ?? 'no id');

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto('/cases');
  await other.getByLabel('Import a list').setInputFiles(file);
  await expect(other.getByRole('link', { name: /root\.path is relative/ })).toBeVisible();
  await other.goto(address);
  await expect(other.getByText('Manage this case')).toBeVisible();
  await context.close();
});
