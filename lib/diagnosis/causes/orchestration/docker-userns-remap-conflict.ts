import { defineCause, mark, open, proved, refuted } from '../../cause';
import { blank } from '../../fixes/blank';
import { fix } from '../../fixes/fix';
import { change, look } from '../../fixes/sh';
import type { Sentence } from '../../report';
import { zh } from './docker-userns-remap-conflict.zh';

interface Match {
  readonly option: string;
}

/** What has no option of its own; the key of its name. */
const unnamed = ['writableCgroups', 'snapshotter', 'theOption'] as const;

const options: readonly (readonly [RegExp, string])[] = [
  [/network/i, '--network=host'],
  [/PID namespace/i, '--pid=host'],
  [/privileged/i, '--privileged'],
  [/WritableCgroups/i, 'writableCgroups'],
  [/snapshotter/i, 'snapshotter'],
  [/read-?only/i, '--read-only'],
];

export const dockerUsernsRemapConflict = defineCause({
  id: 'docker-userns-remap-conflict',
  step: 'read-config',
  effect: 'stops',
  explains: { 'daemon-option-refused': 'usually' },
  uses: ['launcher', 'failure'],
  references: [
    { title: 'Docker: isolate containers with a user namespace, limitations', url: 'https://docs.docker.com/engine/security/userns-remap/' },
    { title: 'nerdctl: userns-remap', url: 'https://github.com/containerd/nerdctl/blob/main/docs/command-reference.md' },
  ],
  words: {
    en: {
      name: 'Docker userns-remap is on, and the container asks for what does not go with it',
      pageWhy:
        'With userns-remap every container of the daemon has a user namespace, and no rights in namespaces of the host. Sharing the network or processes of the host, privileged mode, and some storage options are refused. A single container can be kept out with --userns=host.',
      pageTell: 'The daemon names the option. `docker info` lists name=userns among the security options.',
      pageSure: 'The daemon names the option that does not go with userns-remap.',
      pageNot: 'Another program than Docker starts the container.',
      title: '`{option}` does not go with userns-remap',
      writableCgroups: 'writable cgroups',
      snapshotter: 'the containerd snapshotter',
      theOption: 'the option',
      explanation: 'The daemon remaps the users of all containers, and this option needs the user namespace of the host.',
      told: 'The daemon refuses both together.',
      other: 'This program has no userns-remap.',
      fixTitle: 'Start without {option}',
      costs: 'The container does not have what the option gives.',
      undo: 'Start it with the option again.',
      hostTitle: 'Keep this container out of the remapping: --userns=host',
      hostCosts: 'Root in this container is root on the host; files of its volumes have other owners than those of remapped ones.',
      hostUndo: 'Start it without `--userns=host` again.',
      hostHow: '`docker run --userns=host` with the other options as they were.',
    },
    zh,
  },
  judge({ launcher, failure }, say) {
    const ours = failure?.symptom === 'daemon-option-refused' ? failure : undefined;
    const match: Match = { option: options.find(([pattern]) => pattern.test(ours?.text ?? ''))?.[1] ?? 'theOption' };
    if (ours) return proved(match, [mark(ours, say('told'))]);
    return launcher && launcher.value !== 'docker' ? refuted([mark(launcher, say('other'))]) : open(match, ['failure']);
  },
  explain: ({ option }, say) => ({ title: say('title', { option: shown(option, say) }), explanation: say('explanation') }),
  fixes({ option }, say) {
    const verify = [look`docker ps --latest`];
    return [
      fix({ title: say('fixTitle', { option: shown(option, say) }), risk: 'review', costs: say('costs'), commands: [change`docker run ${blank('the other options and image and command')}`], undo: [say('undo')], verify }),
      fix({ title: say('hostTitle'), risk: 'review', costs: say('hostCosts'), commands: [change`docker run --userns=host ${blank('the same options and image and command')}`], undo: [say('hostUndo')], verify, lowersIsolation: true, notes: [say('hostHow')] }),
    ];
  },
});

function shown(option: string, say: (key: (typeof unnamed)[number]) => Sentence): string | Sentence {
  const key = unnamed.find((one) => one === option);
  return key ? say(key) : option;
}
