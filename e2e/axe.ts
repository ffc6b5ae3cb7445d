import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on a page as it stands, with all its rules, in light and then in dark: rule and element of each. */
export async function axeFinds(page: Page, within?: string): Promise<readonly string[]> {
  const builder = () => (within ? new AxeBuilder({ page }).include(within) : new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await builder().analyze();
  // A theme changes colours, and no more.
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await builder().withRules('color-contrast').analyze();
  return [...light.violations, ...dark.violations].map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}
