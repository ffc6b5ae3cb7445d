import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { diagnose } from '../diagnosis/diagnose';
import type { RenderedReport } from '../diagnosis/report';
import { bundleConfig } from '../diagnosis/testing/bundle-config';
import { renderReport } from '../report/render';
import { report } from './schemas';

test('the schema of the Report and its type are the same', () => {
  expectTypeOf<z.infer<typeof report>>().toEqualTypeOf<RenderedReport>();
});

test('a served Report fits its schema', () => {
  const texts = [
    { name: 'config.json', text: bundleConfig({ root: { path: 'rootfs' } }) },
    { name: 'run.log', text: 'mkdir `/proc`: Permission denied\n' },
  ];
  expect(report.safeParse(renderReport(diagnose(texts), 'en')).error).toBeUndefined();
});
