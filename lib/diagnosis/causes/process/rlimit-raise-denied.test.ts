import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { podman, runc } from '../../testing/lines';
import { rlimitRaiseDenied } from './rlimit-raise-denied';

const config = bundleConfig({ process: { rlimits: [{ type: 'RLIMIT_NPROC', soft: 4194304, hard: 4194304 }, { type: 'RLIMIT_CORE', soft: 0, hard: 0 }] } });

describeCause(rlimitRaiseDenied, {
  proved: {
    'the line names the limit by number': { 'config.json': config, 'run.log': runc('unable to start container process: error setting rlimits for ready process: error setting rlimit type 6: operation not permitted') },
    'the line of crun alone': { 'run.log': podman('setrlimit `RLIMIT_NPROC`: Operation not permitted') },
  },
  refuted: {},
  open: {
    'limits are asked for, and nothing was refused': { 'config.json': config },
    'another refusal': { 'config.json': config, 'run.log': runc('args must not be empty') },
  },
});
