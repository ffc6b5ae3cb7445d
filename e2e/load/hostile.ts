import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { bundleConfig } from '../../lib/diagnosis/testing/bundle-config';

const mebibyte = 1024 * 1024;
const zeros = new Uint8Array(40 * mebibyte);

/** What a hostile client sends; made once. */
const bodies: Readonly<Record<string, { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array | string }>> = {
  'gzip body bomb': { headers: { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' }, body: gzipSync(zeros) },
  'gzip file bomb': { headers: { 'Content-Type': 'text/plain' }, body: gzipSync(zeros) },
  'zip bomb': { headers: { 'Content-Type': 'text/plain' }, body: zipSync({ 'a.log': zeros }) },
  'too large': { headers: { 'Content-Type': 'text/plain' }, body: new Uint8Array(33 * mebibyte).fill(97) },
  'deep JSON': { headers: { 'Content-Type': 'text/plain' }, body: '['.repeat(200_000) },
  'one long line': { headers: { 'Content-Type': 'text/plain' }, body: 'password='.repeat(400_000) },
  '20,000 mounts': {
    headers: { 'Content-Type': 'text/plain' },
    body: bundleConfig({ mounts: Array.from({ length: 20_000 }, (_, index) => ({ destination: `/m${index}`, type: 'bind', source: `/s${index}` })) }),
  },
  'malformed form': { headers: { 'Content-Type': 'multipart/form-data; boundary=b' }, body: '--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nx' },
};
const kinds = Object.keys(bodies);

/** Sends the attack of this number; the status, or 0 where the connection was cut. */
export async function attack(url: string, number: number): Promise<number> {
  const kind = number % (kinds.length + 2);
  if (kind === kinds.length) return dribble(url);
  if (kind === kinds.length + 1) return (await fetch(`${url}/api/cases/${Buffer.from(`guess ${number}`.padEnd(16)).toString('base64url')}`).catch(() => ({ status: 0 }))).status;
  const sent = bodies[kinds[kind] ?? ''];
  const answer = await fetch(`${url}/api/cases`, { method: 'POST', headers: sent?.headers ?? {}, body: (sent?.body ?? '') as BodyInit }).catch(() => undefined);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.status ?? 0;
}

/** A request that sends a byte a second for ten seconds, and goes away. */
function dribble(url: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.write('POST /api/diagnose HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n');
    let sent = 0;
    const timer = setInterval(() => {
      socket.write('a');
      if (++sent === 10) socket.destroy();
    }, 1000);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve(0);
    });
  });
}
