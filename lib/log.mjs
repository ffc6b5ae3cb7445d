// The one way to log: a line of JSON on standard output. Lines hold ids of requests, patterns of routes and names of errors;
// no evidence, no address of a client, and no id of a case, which is its key. LOG_LEVEL is info by default, silent is none.
import { pino } from 'pino';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const given = process.env.LOG_LEVEL ?? '';

export const log = pino({
  base: null,
  level: levels.includes(given) ? given : 'info',
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
});
