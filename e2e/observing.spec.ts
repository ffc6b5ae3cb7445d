import { request as httpRequest, type ClientRequest } from 'node:http';
import { expect, test } from '@playwright/test';
import { startServer } from '../scripts/server.mjs';

const canary = 'kanarienvogel4711';
const line = `runc run failed: user namespaces enabled, but no uid mappings found in /srv/${canary}\n`;

interface Logged {
  readonly level: string;
  readonly msg: string;
  readonly request?: string;
  readonly route?: string;
  readonly status?: number;
}
const logOf = (printed: string) => printed.split('\n').filter((one) => one.startsWith('{')).map((one) => JSON.parse(one) as Logged);

test('metrics have a port of their own, and no id in a label; a log has ids of requests, and no evidence', async () => {
  const metricsPort = '4291';
  const { url, printed, stop } = await startServer({ env: { METRICS_PORT: metricsPort, LOG_LEVEL: 'info' } });
  try {
    const created = await fetch(`${url}/api/cases`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: line });
    const { id } = (await created.json()) as { id: string };
    const read = await fetch(`${url}/api/cases/${id}/report.md?${canary}`);
    await fetch(`${url}/cases/${canary}`);
    await fetch(`${url}/${canary}`, { method: 'PROPFIND' });
    const scrape = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    // Counted as an answer is sent to its end, which its reader may see first.
    await expect.poll(scrape).toContain('route="other"');
    const metrics = await scrape();
    for (const label of ['method="GET",route="/api/cases/{id}/report.md",status="200"', 'method="POST",route="/api/cases",status="201"', 'method="GET",route="/cases/{id}",status="404"', 'method="other",route="other"']) {
      expect(metrics).toContain(`http_request_duration_seconds_count{${label}`);
    }
    expect(metrics).toContain('userns_doctor_diagnoses_total{verdict="diagnosed"} 1');
    expect(metrics).toContain('userns_doctor_cases_opened_total 1');
    expect(metrics).toMatch(/^process_resident_memory_bytes \d+/m);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);

    const logged = logOf(printed());
    expect(logged).toContainEqual(expect.objectContaining({ request: read.headers.get('x-request-id'), route: '/api/cases/{id}/report.md', status: 200 }));
    for (const told of [metrics, printed()]) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(canary);
    }
  } finally {
    await stop();
  }
});

/** A request that the server has, and whose body is only begun. */
async function begun(url: string, body: string): Promise<{ request: ClientRequest; answer: Promise<number | undefined> }> {
  const request = httpRequest(`${url}/api/diagnose`, { method: 'POST', headers: { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body), Connection: 'keep-alive', Expect: '100-continue' } });
  const answer = new Promise<number | undefined>((resolve, reject) => request.on('error', reject).on('response', (response) => response.resume().on('end', () => resolve(response.statusCode))));
  request.flushHeaders();
  await new Promise((resolve) => request.once('continue', resolve));
  request.write(body.slice(0, 10));
  return { request, answer };
}

test('a server that is asked to stop answers what is under way, takes nothing new, and ends well', async () => {
  const { url, pid, printed, ended, stop } = await startServer({ env: { LOG_LEVEL: 'info' } });
  try {
    const { request, answer } = await begun(url, line);
    process.kill(pid ?? 0, 'SIGTERM');
    await expect.poll(() => fetch(`${url}/api/live`).then(({ status }) => status, () => 'refused'), { timeout: 10_000 }).toBe('refused');
    request.end(line.slice(10));
    expect(await answer).toBe(200);
    expect(await ended).toBe(0);
    expect(logOf(printed())).toContainEqual(expect.objectContaining({ msg: 'stopping', underWay: 1 }));
  } finally {
    await stop();
  }
});

test('while it drains it lives, and is not ready', async () => {
  const { url, pid, ended, stop } = await startServer({ env: { DRAIN_SECONDS: '3' } });
  try {
    expect((await fetch(`${url}/api/ready`)).status).toBe(200);
    process.kill(pid ?? 0, 'SIGTERM');
    await expect.poll(async () => (await fetch(`${url}/api/ready`)).status).toBe(503);
    expect((await fetch(`${url}/api/live`)).status).toBe(200);
    expect(await ended).toBe(0);
  } finally {
    await stop();
  }
});

test('what does not end in time is cut, and told', async () => {
  const { url, pid, printed, ended, stop } = await startServer({ env: { STOP_SECONDS: '1' } });
  try {
    const { request, answer } = await begun(url, line);
    const cut = answer.catch(() => 'cut');
    process.kill(pid ?? 0, 'SIGTERM');
    expect(await ended).toBe(1);
    expect(await cut).toBe('cut');
    request.destroy();
    expect(logOf(printed())).toContainEqual(expect.objectContaining({ level: 'warn', underWay: 1 }));
  } finally {
    await stop();
  }
});
