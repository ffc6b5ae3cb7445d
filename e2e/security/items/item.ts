/** The title of a test as it stands in a file, holes of templates included. */
export type TestName = readonly [file: string, title: string];

/** An attack that the app must withstand, and what shows that it does. */
export interface SecurityItem {
  /** Its number in the list of requirements; gaps do not occur. */
  readonly number: number;
  /** P0 before anybody is served, P1 before 1.0, P2 hardening. */
  readonly priority: 'P0' | 'P1' | 'P2';
  /** What an attacker does. */
  readonly attack: string;
  /** The tests that do it, and fail where the defence is taken away. */
  readonly tests: readonly TestName[];
  /** Why the attack does not apply. */
  readonly waived?: string;
  /** What is not shown yet. */
  readonly open?: string;
}

type Priority = SecurityItem['priority'];

export const tested = (number: number, priority: Priority, attack: string, ...tests: readonly TestName[]): SecurityItem => ({ number, priority, attack, tests });
export const waived = (number: number, priority: Priority, attack: string, why: string, ...tests: readonly TestName[]): SecurityItem => ({ number, priority, attack, tests, waived: why });
export const open = (number: number, priority: Priority, attack: string, missing: string, ...tests: readonly TestName[]): SecurityItem => ({ number, priority, attack, tests, open: missing });

/** Short names of files that many items name. */
export const files = {
  api: 'e2e/api.spec.ts',
  headers: 'e2e/headers.spec.ts',
  manage: 'e2e/manage.spec.ts',
  pages: 'e2e/pages.spec.ts',
  upload: 'e2e/upload-to-case.spec.ts',
  floors: 'lib/floors.test.ts',
  json: 'lib/diagnosis/documents/json.test.ts',
  evidence: 'lib/intake/read-evidence.test.ts',
  counted: 'lib/http/counted-body.test.ts',
  rates: 'lib/http/rate-limit.test.ts',
  pool: 'lib/http/worker-pool.test.ts',
  openCase: 'lib/cases/open-case.test.ts',
  manageCase: 'lib/cases/manage-case.test.ts',
  viewer: 'lib/report/viewer.test.ts',
  canaries: 'lib/redaction/canaries.test.ts',
  redact: 'lib/redaction/redact.test.ts',
  shell: 'lib/diagnosis/fixes/sh.test.ts',
  hostPath: 'lib/diagnosis/fixes/host-path.test.ts',
  patch: 'lib/diagnosis/fixes/apply-patch.test.ts',
  causes: 'lib/diagnosis/causes/causes.test.ts',
  hostileValues: 'lib/diagnosis/causes/hostile-values.test.ts',
  hostilePaths: 'lib/diagnosis/causes/hostile-paths.test.ts',
  readOnly: 'lib/diagnosis/fixes/read-only.test.ts',
  lowers: 'lib/diagnosis/fixes/lowers-isolation.test.ts',
  warnings: 'lib/diagnosis/warnings.test.ts',
  next: 'lib/diagnosis/next.test.ts',
  markdown: 'lib/report/markdown.test.ts',
  collector: 'e2e/collector.spec.ts',
} as const;
