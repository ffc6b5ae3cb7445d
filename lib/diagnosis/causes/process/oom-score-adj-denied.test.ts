import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asUser, podman } from '../../testing/lines';
import { oomScoreAdjDenied } from './oom-score-adj-denied';

const scored = (oomScoreAdj: number) => bundleConfig({ process: { oomScoreAdj } });

describeCause(oomScoreAdjDenied, {
  proved: {
    'config and log': { 'config.json': scored(-500), 'session.txt': asUser('crun run web', 'write to `/proc/self/oom_score_adj`: Permission denied\n') },
    'the line of runc alone': { 'run.log': 'level=fatal msg="nsexec-0[4240]: failed to update /proc/self/oom_score_adj: Permission denied"\n' },
  },
  refuted: { 'a higher score may be set by anyone': { 'config.json': scored(500) } },
  open: {
    'a lower score, and nothing was refused': { 'config.json': scored(-500) },
    'another refusal': { 'run.log': podman('write to `uid_map`: Operation not permitted') },
  },
});
