import { storeHealth } from '../cases/health';
import { isStopping } from './server-state';

/** What a probe is told. */
export interface ProbeAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Nothing but the process is asked: to start it anew mends no database. */
function live(): Promise<ProbeAnswer> {
  return Promise.resolve({ status: 200, body: { status: 'ok' } });
}

async function ready(): Promise<ProbeAnswer> {
  const { database } = await storeHealth();
  const stopping = isStopping();
  const is = database === 'ok' && !stopping;
  return { status: is ? 200 : 503, body: { status: is ? 'ok' : 'not ready', database, stopping } };
}

async function health(): Promise<ProbeAnswer> {
  const state = await storeHealth();
  const ok = state.database === 'ok' && state.retention === 'ok';
  return { status: state.database === 'ok' ? 200 : 503, body: { status: ok ? 'ok' : 'degraded', ...state } };
}

/** What probes ask; none of it throws. */
export const probes = { live, ready, health } as const;

/** Lets scripts/serve.mjs, in whose process this runs, answer probes itself: on the way through Next they wait for pages that are made. */
export function offerProbes(): void {
  (globalThis as { probes?: ReadonlyMap<string, () => Promise<ProbeAnswer>> }).probes = new Map(Object.entries(probes).map(([name, answer]) => [`/api/${name}`, answer]));
}
