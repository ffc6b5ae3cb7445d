import path from 'node:path';
import type { SecurityItem } from './items/item';
import { titlePattern } from './test-titles';

/** A test that ran: its own title with those of the groups that it stands in. */
export interface Ran {
  readonly file: string;
  readonly titles: readonly string[];
  readonly status: 'passed' | 'failed' | 'skipped';
}

export interface Result {
  readonly is: 'withstood' | 'waived' | 'open' | 'FAILED';
  readonly why: string;
}

/** What became of an attack: withstood where all of its tests ran and passed. */
export function resultOf({ tests, waived, open }: SecurityItem, ran: readonly Ran[]): Result {
  const counted = tests.map(([file, title]) => {
    const pattern = titlePattern(title);
    return { title, runs: ran.filter((one) => one.file === file && one.titles.some((name) => pattern.test(name))) };
  });
  const failed = counted.filter(({ runs }) => runs.some(({ status }) => status === 'failed'));
  if (failed.length > 0) return { is: 'FAILED', why: failed.map(({ title }) => title).join('; ') };
  if (open !== undefined) return { is: 'open', why: open };
  if (waived !== undefined) return { is: 'waived', why: waived };
  const idle = counted.filter(({ runs }) => !runs.some(({ status }) => status === 'passed'));
  if (idle.length > 0) return { is: 'open', why: `did not run here: ${idle.map(({ title }) => title).join('; ')}` };
  return { is: 'withstood', why: '' };
}

interface VitestJson {
  readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly { readonly ancestorTitles: readonly string[]; readonly title: string; readonly status: string }[] }[];
}

/** The tests of a JSON report of Vitest. */
export function vitestResults(json: unknown, root: string): Ran[] {
  const { testResults } = json as VitestJson;
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      file: path.relative(root, name).split(path.sep).join('/'),
      titles: [...ancestorTitles, title],
      status: status === 'passed' ? ('passed' as const) : status === 'failed' ? ('failed' as const) : ('skipped' as const),
    })),
  );
}

interface PlaywrightSuite {
  readonly title: string;
  readonly file: string;
  readonly specs?: readonly { readonly title: string; readonly ok: boolean; readonly tests: readonly { readonly status: string }[] }[];
  readonly suites?: readonly PlaywrightSuite[];
}

/** The tests of a JSON report of Playwright, whose files are told from the folder of the tests on. */
export function playwrightResults(json: unknown): Ran[] {
  const read = ({ title, file, specs = [], suites = [] }: PlaywrightSuite, above: readonly string[]): Ran[] => [
    ...specs.map((spec) => ({
      file: `e2e/${file}`,
      titles: [...above, title, spec.title],
      status: !spec.ok ? ('failed' as const) : spec.tests.every(({ status }) => status === 'skipped') ? ('skipped' as const) : ('passed' as const),
    })),
    ...suites.flatMap((inner) => read(inner, [...above, title])),
  ];
  return (json as { readonly suites: readonly PlaywrightSuite[] }).suites.flatMap((suite) => read(suite, []));
}
