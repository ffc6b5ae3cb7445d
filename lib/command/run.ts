import { engineVersion } from '../diagnosis/engine-version';
import { completionOf } from './completion';
import { exitStatus } from './exit-status';
import { failure } from './failure';
import { helpText } from './help';
import { readOptions, shells, type Asked } from './options';
import { commandWord } from './words';

/** What a run printed for its user, and its exit status. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  /** Remarks, for standard error. */
  readonly remark?: string;
}

/** Does what a command line asks. Throws a Failure. What takes its time to load is loaded where it is needed. */
export async function run(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<Ran> {
  const asked = readOptions(args, environment);
  if (asked.help) return { status: 0, out: helpText(asked.language) };
  if (asked.version) return { status: 0, out: `${engineVersion}\n` };
  if (asked.command === 'completion') return complete(asked);
  if (asked.command === 'mcp') return serve(asked);
  if (asked.names.length === 0) throw failure(exitStatus.usage, asked.language, 'noFiles');
  if (asked.command === 'fleet') return (await import('./fleet')).fleet(asked);
  const { check, diagnoseFiles } = await import('./diagnose-files');
  return asked.command === 'check' ? check(asked) : diagnoseFiles(asked);
}

function complete({ names: [given], language }: Asked): Ran {
  const shell = shells.find((one) => one === given);
  if (!shell) throw failure(exitStatus.usage, language, 'noShell', { values: shells.join(', ') });
  return { status: 0, out: completionOf(shell) };
}

/** Serves the Model Context Protocol until its client goes, or a signal comes. */
async function serve({ names, http, language }: Asked): Promise<Ran> {
  if (names.length > 0) throw failure(exitStatus.usage, language, 'noNames', { command: 'mcp' });
  const { serveHttp, serveStdio } = await import('../mcp/serve');
  if (http === undefined) {
    await serveStdio();
    return { status: 0, out: '' };
  }
  const server = await serveHttp(http);
  const address = server.address();
  // Standard output is for answers alone.
  process.stderr.write(`${commandWord(language)('serves', { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : http}/mcp` })}\n`);
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await new Promise((resolve) => server.close(resolve).closeIdleConnections());
  return { status: 0, out: '' };
}
