import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GET as readCaseRoute } from '../../app/api/cases/[id]/route';
import { GET as readReport } from '../../app/api/cases/[id]/report.json/route';
import { GET as readMarkdown } from '../../app/api/cases/[id]/report.md/route';
import { openCase } from '../cases/open-case';
import { freshStore, someCase, type FreshStore } from '../cases/testing/fresh-store';
import * as engine from '../diagnosis/diagnose';

let store: FreshStore;
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => store.close());

test('a stored case is served as it was diagnosed, and not diagnosed again', async () => {
  const opened = someCase();
  // What no engine of today would say: only the stored Report can.
  const { id } = await openCase({ ...opened, report: { ...opened.report, engineVersion: '0.0.1-stored' } });
  const diagnose = vi.spyOn(engine, 'diagnose').mockImplementation(() => {
    throw new Error('diagnosed again');
  });
  const of = { params: Promise.resolve({ id }) };
  const ask = (path: string) => new Request(`http://localhost/api/cases/${id}${path}`);
  expect(await (await readReport(ask('/report.json'), of)).json()).toMatchObject({ engineVersion: '0.0.1-stored' });
  expect(await (await readCaseRoute(ask(''), of)).json()).toMatchObject({ attempts: [{ report: { engineVersion: '0.0.1-stored' } }] });
  expect((await readMarkdown(ask('/report.md'), of)).status).toBe(200);
  expect(diagnose).not.toHaveBeenCalled();
});
