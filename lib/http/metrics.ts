import { Counter, Histogram, register } from 'prom-client';
import type { Verdict } from '../diagnosis/report';

// A module of the server may be loaded more than once; the register of prom-client is one, and scripts/metrics.mjs serves it.
const known = <T>(name: string, make: () => T): T => (register.getSingleMetric(name) as T | undefined) ?? make();

const diagnoses = known('userns_doctor_diagnoses_total', () => new Counter({ name: 'userns_doctor_diagnoses_total', help: 'Diagnoses by verdict; unfinished ones took too long.', labelNames: ['verdict'] }));
const seconds = known(
  'userns_doctor_diagnosis_seconds',
  () => new Histogram({ name: 'userns_doctor_diagnosis_seconds', help: 'Time of a diagnosis with its wait for a worker, in seconds.', buckets: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20] }),
);
const cases = known('userns_doctor_cases_opened_total', () => new Counter({ name: 'userns_doctor_cases_opened_total', help: 'Cases that were opened.' }));

/** Counts a diagnosis that took so many milliseconds. */
export function countDiagnosis(verdict: Verdict | 'unfinished', milliseconds: number): void {
  diagnoses.inc({ verdict });
  seconds.observe(milliseconds / 1000);
}

/** Counts a case that was opened. */
export function countCase(): void {
  cases.inc();
}
