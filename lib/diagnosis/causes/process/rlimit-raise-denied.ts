import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import type { Rlimit } from '../../facts/facts';
import { editConfig, editConfigWith } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './rlimit-raise-denied.zh';

interface Match {
  readonly entry: Known<Rlimit> | undefined;
  readonly type: string | undefined;
}

/** Numbers of resources as runc prints them (asm-generic/resource.h). */
const names = ['RLIMIT_CPU', 'RLIMIT_FSIZE', 'RLIMIT_DATA', 'RLIMIT_STACK', 'RLIMIT_CORE', 'RLIMIT_RSS', 'RLIMIT_NPROC', 'RLIMIT_NOFILE', 'RLIMIT_MEMLOCK', 'RLIMIT_AS', 'RLIMIT_LOCKS', 'RLIMIT_SIGPENDING', 'RLIMIT_MSGQUEUE', 'RLIMIT_NICE', 'RLIMIT_RTPRIO', 'RLIMIT_RTTIME'];

export const rlimitRaiseDenied = defineCause({
  id: 'rlimit-raise-denied',
  step: 'finish-isolation',
  effect: 'stops',
  explains: { 'rlimit-refused': 'usually' },
  uses: ['rlimits', 'callerLimits', 'failure'],
  references: [
    { title: 'getrlimit(2): EPERM', url: 'https://man7.org/linux/man-pages/man2/getrlimit.2.html' },
    { title: 'OCI runtime specification: rlimits', url: 'https://github.com/opencontainers/runtime-spec/blob/main/config.md#posix-process' },
  ],
  words: {
    en: {
      name: 'process.rlimits asks for more than the hard limit of the caller',
      pageWhy:
        'A hard limit may be raised only with CAP_SYS_RESOURCE in the initial user namespace. A rootless runtime has it nowhere, so a limit above that of its own session is refused. An old container keeps the numbers that it was created with, while the limits of the user have shrunk since.',
      pageTell: 'The message names the limit; /proc/self/limits of the caller shows a smaller number than process.rlimits.',
      pageSure: 'The runtime was refused a resource limit.',
      pageNot: 'The hard limits of the caller are known, and none of process.rlimits lies above its own.',
      title: 'The config asks for a larger {type} than the caller may give',
      limit: 'limit',
      explanation: 'A hard limit may only be lowered without CAP_SYS_RESOURCE in the first user namespace, and the runtime was refused to raise it.',
      asked: 'This limit is asked for.',
      hard: 'The hard limit of the caller is {hard}.',
      enough: 'The hard limit of the caller is {hard}, which is not below any that is asked for.',
      told: 'The limit could not be set.',
      fixTitle: 'Drop this limit, so that the one of the caller holds (config only)',
      costs: 'The process has the limit of who starts it.',
      undo: 'Put the entry back into `/process/rlimits`.',
      raise: 'To raise it for the user: `/etc/security/limits.d` or `LimitNOFILE=` of its service, then log in anew. Podman: `podman rm` and create the container again.',
    },
    zh,
  },
  judge({ rlimits, callerLimits, failure }, say) {
    const ours = failure?.symptom === 'rlimit-refused' ? failure : undefined;
    const number = ours ? /rlimit type (\d{1,2})\b/.exec(ours.text)?.[1] : undefined;
    const type = ours?.values.option?.value ?? /\bRLIMIT_[A-Z]+\b/.exec(ours?.text ?? '')?.[0] ?? (number === undefined ? undefined : names[Number(number)]);
    const entry = rlimits?.find(({ value }) => value.type === type) ?? (rlimits?.length === 1 ? rlimits[0] : undefined);
    const match: Match = { entry, type: type ?? entry?.value.type };
    const [first] = rlimits ?? [];
    const hard = entry ? callerLimits?.get(entry.value.type) : undefined;
    const within = (rlimits ?? []).map(({ value }) => callerLimits?.get(value.type)).map((limit, at) => (limit && (rlimits?.[at]?.value.hard ?? Infinity) <= limit.value ? limit : undefined));
    const [held] = within;
    if (held && within.every((limit) => limit !== undefined)) return refuted([mark(held, say('enough', { hard: printed(held.value) }))]);
    const shown = hard ? [mark(hard, say('hard', { hard: printed(hard.value) }))] : [];
    if (ours) return proved(match, [...(entry ? [mark(entry, say('asked'))] : []), ...shown, mark(ours, say('told'))]);
    return open(match, ['failure', 'callerLimits'], first ? [mark(first, say('asked'))] : []);
  },
  explain: ({ type }, say) => ({ title: say('title', { type: type ?? say('limit') }), explanation: say('explanation') }),
  fixes({ entry, type }, say) {
    const edited = entry ? undefined : type ? editConfigWith({ type }, '.process.rlimits |= map(select(.type == $type | not))') : editConfig`del(.process.rlimits)`;
    return [
      fix({
        title: say('fixTitle'),
        risk: 'safe',
        costs: say('costs'),
        patch: entry ? remove(entry) : [],
        commands: edited?.commands ?? [],
        undo: edited?.undo ?? [say('undo')],
        verify: [look`jq .process.rlimits config.json`],
        notes: [say('raise')],
      }),
    ];
  },
});

function printed(limit: number): string {
  return limit === Infinity ? 'unlimited' : String(limit);
}
