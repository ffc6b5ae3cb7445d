import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { asUser, podman, runc } from '../../testing/lines';
import { rlimitRaiseDenied } from './rlimit-raise-denied';

const config = bundleConfig({ process: { rlimits: [{ type: 'RLIMIT_NPROC', soft: 4194304, hard: 4194304 }, { type: 'RLIMIT_CORE', soft: 0, hard: 0 }] } });

const limits = (processes: number) =>
  asUser('cat /proc/self/limits', `Limit                     Soft Limit           Hard Limit           Units     \nMax processes             1024                 ${processes}              processes \nMax core file size        0                    unlimited            bytes     \n`);

describeCause(rlimitRaiseDenied, {
  proved: {
    'with the hard limit of the caller': { 'config.json': config, 'session.txt': limits(62987) + asUser('crun run web', 'setrlimit `RLIMIT_NPROC`: Operation not permitted\n') },
    'the line names the limit by number': { 'config.json': config, 'run.log': runc('unable to start container process: error setting rlimits for ready process: error setting rlimit type 6: operation not permitted') },
    'the line of crun alone': { 'run.log': podman('setrlimit `RLIMIT_NPROC`: Operation not permitted') },
  },
  refuted: { 'the caller may have as much': { 'config.json': config, 'session.txt': limits(4194304) } },
  open: {
    'limits are asked for, and nothing was refused': { 'config.json': config },
    'another refusal': { 'config.json': config, 'run.log': runc('args must not be empty') },
  },
});
