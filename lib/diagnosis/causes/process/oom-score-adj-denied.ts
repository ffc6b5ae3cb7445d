import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './oom-score-adj-denied.zh';

interface Match {
  readonly asked: Known<number> | undefined;
  readonly ofShim: boolean;
}

export const oomScoreAdjDenied = defineCause({
  id: 'oom-score-adj-denied',
  step: 'create-namespaces',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely', 'oom-score-refused': 'usually' },
  uses: ['oomScoreAdj', 'failure'],
  references: [
    { title: 'proc_pid_oom_score_adj(5)', url: 'https://man7.org/linux/man-pages/man5/proc_pid_oom_score_adj.5.html' },
    { title: 'containerd: restrict_oom_score_adj', url: 'https://github.com/containerd/containerd/blob/main/docs/cri/config.md' },
  ],
  words: {
    en: {
      name: 'process.oomScoreAdj is lower than the caller may set',
      pageWhy:
        'A process may raise its OOM score freely and lower it only with CAP_SYS_RESOURCE in the initial user namespace. A rootless runtime, or a daemon inside a user namespace, lacks it. runc writes the value before it makes any namespace, so the start ends there.',
      pageTell: 'The message names oom_score_adj, and process.oomScoreAdj is below the value of the session, which is 0 or 200 as a rule. A warning of conmon about the same file stops nothing.',
      pageSure: 'Writing oom_score_adj was refused and the start ended there.',
      pageNot: 'The score is 200 or above: raising it needs no capability.',
      title: 'The config asks for an OOM score of {score}, which the caller may not set',
      titleUnknown: 'An OOM score below that of the caller is asked for',
      explanation: 'Lowering the OOM score needs CAP_SYS_RESOURCE in the first user namespace.',
      asked: 'This score is asked for.',
      told: 'The score could not be written.',
      higher: 'Raising the score needs no capability.',
      fixTitle: 'Leave the OOM score as it is (config only)',
      costs: 'The kernel may choose this process earlier where memory is short.',
      undo: 'Put `{score}` back at `/process/oomScoreAdj`.',
      shimTitle: 'Let the daemon not lower OOM scores',
      shimCosts: 'The kernel may choose containers earlier where memory is short.',
      shimUndo: 'Set the option back.',
      shimHow: 'containerd: `restrict_oom_score_adj = true` in the CRI section of config.toml, then restart it.',
    },
    zh,
  },
  judge({ oomScoreAdj, failure }, say) {
    const ours = failure?.symptom === 'oom-score-refused' ? failure : undefined;
    const match: Match = { asked: oomScoreAdj, ofShim: /shim/.test(ours?.text ?? '') };
    if (ours) return proved(match, [...(oomScoreAdj ? [mark(oomScoreAdj, say('asked'))] : []), mark(ours, say('told'))]);
    // A session of systemd has 100 or 200 at most, so a score above is a raise everywhere.
    if (oomScoreAdj && oomScoreAdj.value >= 200) return refuted([mark(oomScoreAdj, say('higher'))]);
    return open(match, ['failure']);
  },
  explain({ asked }, say) {
    return { title: asked ? say('title', { score: asked.value }) : say('titleUnknown'), explanation: say('explanation') };
  },
  fixes({ asked, ofShim }, say) {
    if (ofShim) return [fix({ title: say('shimTitle'), risk: 'review', costs: say('shimCosts'), commands: [look`containerd config dump`], undo: [say('shimUndo')], verify: [look`cat /proc/self/oom_score_adj`], notes: [say('shimHow')] })];
    const edited = asked ? undefined : editConfig`del(.process.oomScoreAdj)`;
    const undo = edited?.undo ?? [say('undo', { score: asked?.value ?? '' })];
    return [fix({ title: say('fixTitle'), risk: 'safe', costs: say('costs'), patch: asked ? remove(asked) : [], commands: edited?.commands ?? [], undo, verify: [look`jq .process.oomScoreAdj config.json`] })];
  },
});
