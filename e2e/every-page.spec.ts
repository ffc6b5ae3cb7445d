import { expect, test } from '@playwright/test';
import { axeFinds } from './axe';
import { openCases, type Cases } from '../scripts/screen-cases';
import { screens } from '../scripts/screens';

/** Widths in CSS pixels that no page may be wider than: a small phone, and a screen of 4K. */
const widths = [360, 3840];

/** Two cases side by side are a page, whatever was done before. */
const compared = { name: 'compared', path: ({ healthy, closed }: Cases) => `/compare?a=${healthy}&b=${closed}` };
/** What is done in a state has tests of its own. */
const pages = [...screens.filter(({ act, name, scripts }) => !act && scripts !== false && !name.startsWith('chinese')), compared];
/** States that differ from a page before them in colours alone, not in how the texts of a language fit. */
const colours = new Set(['case-pictures', 'case-healthy', 'case-not-isolated', 'case-solved']);

let cases: Cases;
test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  cases = await openCases(request);
  await request.dispose();
});

for (const [locale, lang, shown] of [['en-GB', 'en', pages], ['zh-CN', 'zh-CN', pages.filter(({ name }) => !colours.has(name))]] as const) {
  test.describe(lang, () => {
    test.use({ locale });

    for (const { name, path } of shown) {
      test(`${name}: axe finds nothing in light and dark, and it is no wider than its window`, async ({ page }) => {
        await page.goto(path(cases));
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (name === compared.name) await page.getByRole('table').first().waitFor();
        expect(await axeFinds(page)).toEqual([]);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      });
    }
  });
}
