import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on a page as it stands, with all its rules, in light and then in dark: rule and element of each. */
export async function axeFinds(page: Page, within = 'html'): Promise<readonly string[]> {
  // Our pages hold no frames, so the results need no page of their own to be put together in.
  const builder = () => new AxeBuilder({ page }).setLegacyMode().include(within);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await builder().analyze();
  // A theme changes colours, and no more.
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await builder().withRules('color-contrast').analyze();
  return [...light.violations, ...dark.violations].map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}
