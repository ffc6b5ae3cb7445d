import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './process-terminal-misconfigured.zh';

interface Match {
  readonly terminal: Known<boolean> | undefined;
}

export const processTerminalMisconfigured = defineCause({
  id: 'process-terminal-misconfigured',
  step: 'start-process',
  effect: 'stops',
  explains: { 'terminal-refused': 'usually' },
  uses: ['terminal', 'failure'],
  references: [
    { title: 'runc: terminals and standard IO', url: 'https://github.com/opencontainers/runc/blob/main/docs/terminals.md' },
    { title: 'OCI runtime specification: process', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#process' },
  ],
  words: {
    en: {
      name: 'process.terminal asks for a terminal, and there is none to give',
      pageWhy:
        'With process.terminal the runtime makes a pseudo terminal in the container and hands it to its caller: the terminal of a foreground run, or the receiver behind --console-socket. A service, a cron job or a pipe has neither. Detached without a socket, runc and crun refuse at once.',
      pageTell: 'process.terminal is true, and the runtime is started without a terminal or with --detach. With terminal false the same bundle starts.',
      pageSure: 'The runtime could not set up the terminal that the config asks for.',
      pageNot: 'process.terminal is false.',
      title: 'The config asks for a terminal, and the runtime has none to give it',
      explanation: '`process.terminal` is true. The runtime was started without a terminal, or detached without `--console-socket`.',
      asked: 'A terminal is asked for.',
      told: 'The terminal could not be set up.',
      none: 'No terminal is asked for.',
      fixTitle: 'Start without a terminal (config only)',
      costs: 'Programs that expect one print plainer, and shells show no prompt.',
      undo: 'Put `true` back at `/process/terminal`.',
      socket: 'To keep it: start from a terminal, or give `--console-socket` a listening socket.',
    },
    zh,
  },
  judge({ terminal, failure }, say) {
    const match: Match = { terminal };
    const told = failure?.symptom === 'terminal-refused' ? [mark(failure, say('told'))] : [];
    if (terminal?.value === false) return refuted([mark(terminal, say('none'))]);
    if (told.length > 0) return proved(match, [...(terminal ? [mark(terminal, say('asked'))] : []), ...told]);
    return open(match, ['failure']);
  },
  explain: (_, say) => ({ title: say('title'), explanation: say('explanation') }),
  fixes({ terminal }, say) {
    const edited = terminal ? undefined : editConfig`.process.terminal = false | del(.process.consoleSize)`;
    const patch = terminal ? replace(terminal, false) : [];
    return [fix({ title: say('fixTitle'), risk: 'safe', costs: say('costs'), patch, commands: edited?.commands ?? [], undo: edited?.undo ?? [say('undo')], verify: [look`jq .process.terminal config.json`], notes: [say('socket')] })];
  },
});
