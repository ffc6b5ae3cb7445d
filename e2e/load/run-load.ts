import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attack } from './hostile';

export interface Load {
  readonly clients: number;
  readonly seconds: number;
  /** Of the clients, so many are hostile: 0.2 is a fifth. */
  readonly hostile: number;
}

export interface LoadFigures {
  /** Answers by status, of honest and of hostile clients; 0 is a connection that was cut. */
  readonly honest: Readonly<Record<number, number>>;
  readonly attacks: Readonly<Record<number, number>>;
  readonly stored: number;
  /** Cases that were answered with 201 and cannot be read as they were sent. */
  readonly lost: number;
  /** Deleted cases that answered something else than 410; who is sent away asks again. */
  readonly notGone: number;
  /** Answers of 503 that do not say when to come again. */
  readonly withoutRetryAfter: number;
  /** Milliseconds of the health's answer. */
  readonly health: { readonly count: number; readonly p50: number; readonly p99: number; readonly worst: number };
  /** Mebibytes of memory of the server: its most, and of that half the time before. */
  readonly memory: { readonly most: number; readonly mostOfFirstHalf: number };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Serves honest and hostile clients at once for some seconds, then reads every case that was stored. `pid` is the server's. */
export async function runLoad(url: string, pid: number, { clients, seconds, hostile }: Load): Promise<LoadFigures> {
  const end = performance.now() + seconds * 1000;
  const [honest, attacks]: Record<number, number>[] = [{}, {}];
  const stored = new Map<string, string>();
  const memory: number[] = [];
  let [withoutRetryAfter, notGone] = [0, 0];
  const count = (counts: Record<number, number> | undefined, status: number) => counts && (counts[status] = (counts[status] ?? 0) + 1);

  const ask = async (address: string, init?: RequestInit) => {
    const answer = await fetch(url + address, init).catch(() => undefined);
    count(honest, answer?.status ?? 0);
    const wait = answer?.headers.get('retry-after');
    if (answer?.status === 503 && !wait) withoutRetryAfter++;
    const text = (await answer?.text().catch(() => '')) ?? '';
    // As it is told: who is sent away comes again later.
    if (wait) await pause(Number(wait) * 1000);
    return { status: answer?.status ?? 0, text };
  };
  const honestClient = async (number: number) => {
    await pause((number / clients) * 2000);
    for (let turn = 0; performance.now() < end; turn++) {
      const line = `runc run failed: client ${number} turn ${turn}: user namespaces enabled, but no uid mappings found\n`;
      const opened = await ask('/api/cases', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: line });
      if (opened.status === 201) {
        const { id, manageToken } = JSON.parse(opened.text) as { id: string; manageToken: string };
        stored.set(id, line);
        await ask(`/api/cases/${id}`);
        await ask(`/cases/${id}`);
        if (turn % 4 === 3 && (await ask(`/api/cases/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${manageToken}` } })).status === 204) {
          stored.delete(id);
          let { status } = await ask(`/api/cases/${id}`);
          for (let tries = 0; status === 503 && tries < 20; tries++) ({ status } = await ask(`/api/cases/${id}`));
          if (status !== 410) notGone++;
        }
      }
      await pause(1000 + Math.random() * 2000);
    }
  };
  const hostileClient = async (number: number) => {
    for (let turn = 0; performance.now() < end; turn++) {
      count(attacks, await attack(url, number + turn * clients));
      await pause(500);
    }
  };
  const watchMemory = async () => {
    for (; performance.now() < end; await pause(500)) memory.push(residentMebibytes(pid));
  };

  const probe = startProbe(url);
  const enemies = Math.round(clients * hostile);
  await Promise.all([...Array.from({ length: clients }, (_, number) => (number < enemies ? hostileClient(number) : honestClient(number))), watchMemory()]);
  const times = (await probe()).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    honest: honest ?? {},
    attacks: attacks ?? {},
    stored: stored.size,
    lost: await countLost(url, stored),
    notGone,
    withoutRetryAfter,
    health: { count: times.length, p50: at(0.5), p99: at(0.99), worst: times.at(-1) ?? 0 },
    memory: { most: Math.max(...memory), mostOfFirstHalf: Math.max(...memory.slice(0, Math.ceil(memory.length / 2))) },
  };
}

/** VmRSS of a process (proc_pid_status(5), in kB), in MiB. */
export function residentMebibytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

function startProbe(url: string): () => Promise<number[]> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'probe.mjs'), url], { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  return async () => {
    child.stdin.end();
    await ended;
    return JSON.parse(printed) as number[];
  };
}

/** Reads every case, a few at a time; what is shed is asked for again. */
async function countLost(url: string, stored: ReadonlyMap<string, string>): Promise<number> {
  const left = [...stored];
  let lost = 0;
  const read = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      const [id, line] = one;
      let answer = await fetch(`${url}/api/cases/${id}/documents/pasted.txt`);
      for (let tries = 0; answer.status === 503 && tries < 60; tries++) {
        await pause(1000);
        answer = await fetch(`${url}/api/cases/${id}/documents/pasted.txt`);
      }
      if ((await answer.text()) !== line) lost++;
    }
  };
  await Promise.all(Array.from({ length: 4 }, read));
  return lost;
}

/** What is wrong with the figures; empty where nothing is. `slowest` is what health may take at p99, in milliseconds. */
export function faultsIn({ honest, attacks, lost, notGone, withoutRetryAfter, health, memory }: LoadFigures, slowest: number, mostMebibytes: number): string[] {
  const errors = [honest, attacks].flatMap((counts) => Object.entries(counts).filter(([status]) => Number(status) >= 500 && status !== '503'));
  return [
    ...errors.map(([status, count]) => `${count} answers of ${status}`),
    ...(honest[0] ? [`${honest[0]} connections of honest clients were cut`] : []),
    ...(lost > 0 ? [`${lost} cases are lost`] : []),
    ...(notGone > 0 ? [`${notGone} deleted cases are not gone`] : []),
    ...(withoutRetryAfter > 0 ? [`${withoutRetryAfter} answers of 503 without Retry-After`] : []),
    ...(health.p99 > slowest ? [`health took ${health.p99.toFixed(0)} ms at p99; ${slowest} are allowed`] : []),
    ...(memory.most > mostMebibytes ? [`${memory.most.toFixed(0)} MiB of memory; ${mostMebibytes} are allowed`] : []),
  ];
}

/** All clients of a load come from one address: the limits that are counted by client stand aside. */
export const withoutRates: Readonly<Record<string, string>> = Object.fromEntries(
  ['CREATE_PER_HOUR', 'DIAGNOSE_PER_HOUR', 'READ_PER_10_MINUTES', 'UNKNOWN_PER_10_MINUTES', 'STORED_KIBIBYTES_PER_DAY', 'MANAGE_PER_10_MINUTES'].map((name) => [name, '1000000000']),
);
