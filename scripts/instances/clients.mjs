// Clients of several instances: honest ones, each of another address, and greedy ones that share one.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';


/** One request from an address of loopback; status 0 where the connection was refused or cut. */
export function ask(url, { method = 'GET', headers = {}, body, from = '127.0.0.1' } = {}) {
  return new Promise((resolve) => {
    const sent = request(url, { method, headers, localAddress: from, agent: false, timeout: 60_000 }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', () => resolve({ status: 0, text: '' }));
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve({ status: 0, text: '' }));
    sent.end(body);
  });
}

const line = (key) => `runc run failed: ${key}: user namespaces enabled, but no uid mappings found\n`;

/** Clients on a base address, until `until` (a time of performance.now). What they saw stands in what it gives, also while they work. */
export function startClients(url, { honest, greedy, perAddress, until }) {
  const seen = { answers: {}, stored: new Map(), milliseconds: [], greedy: 0, unfinished: 0 };
  const create = (key, from) => ask(`${url}/api/cases`, { method: 'POST', headers: { 'Content-Type': 'text/plain', 'Idempotency-Key': key }, body: line(key), from });
  const count = (status) => (seen.answers[status] = (seen.answers[status] ?? 0) + 1);

  async function honestClient(number) {
    for (let turn = 0; performance.now() < until; turn++) {
      const key = randomUUID();
      // Another address before the limit of one is reached: each try of a request is counted.
      const from = `127.1.${number}.${1 + Math.floor((turn * 3) / perAddress)}`;
      const began = performance.now();
      let done = false;
      for (let tries = 0; tries < 40 && !done; tries++) {
        const { status, text } = await create(key, from);
        count(status);
        done = status === 201;
        if (done) seen.stored.set(JSON.parse(text).id, line(key));
        else await pause(250);
      }
      if (!done) seen.unfinished += 1;
      seen.milliseconds.push(performance.now() - began);
    }
  }

  async function greedyClient() {
    while (performance.now() < until) {
      const { status, text } = await create(randomUUID(), '127.2.0.1');
      if (status === 201) {
        seen.greedy += 1;
        const { id } = JSON.parse(text);
        seen.stored.set(id, undefined);
      } else await pause(100);
    }
  }

  const working = [...Array.from({ length: honest }, (_, number) => honestClient(number)), ...Array.from({ length: greedy }, greedyClient)];
  return { seen, ended: Promise.all(working) };
}

/** How many of the cases that were answered with 201 cannot be read as they were sent. */
export async function countLost(url, stored, expired) {
  let lost = 0;
  let number = 0;
  for (const [id, text] of stored) {
    // Reading is counted too.
    const from = `127.3.${Math.floor(number / 50_000)}.${1 + Math.floor(number++ / 250) % 250}`;
    const { status, text: body } = await ask(`${url}/api/cases/${id}/documents/pasted.txt`, { from });
    const right = expired.has(id) ? status === 410 : status === 200 && (text === undefined || body === text);
    if (!right) lost += 1;
  }
  return lost;
}
