import { setImmediate } from 'node:timers/promises';
import type { RenderedReport } from '../../lib/diagnosis/report';

export interface Upload {
  readonly name: string;
  readonly text: string;
}

export interface Opened {
  readonly id: string;
  readonly report: RenderedReport;
}

/** The running app, as a script meets it. */
export class App {
  constructor(readonly url: string) {}

  openCase(title: string, files: readonly Upload[]): Promise<Opened> {
    return this.#post<Opened>('/api/cases', files, { title, expiresIn: '3600' });
  }

  /** What came of a repair. */
  async addAttempt(id: string, files: readonly Upload[]): Promise<RenderedReport> {
    const { report } = await this.#post<{ report: RenderedReport }>(`/api/cases/${id}/attempts`, files, { after: 'fix' });
    return report;
  }

  async #post<T>(path: string, files: readonly Upload[], fields: Readonly<Record<string, string>>): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const { name, text } of files) form.append('files', new Blob([text]), name);
    // Commands in a world stop the event loop: let it see which kept connections the server has closed meanwhile.
    await setImmediate();
    await setImmediate();
    const answer = await fetch(new URL(path, this.url), { method: 'POST', body: form });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return (await answer.json()) as T;
  }
}
