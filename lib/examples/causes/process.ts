import { bundleConfig } from '../../diagnosis/testing/bundle-config';
import { asRoot, asUser, runc, runcInit } from '../../diagnosis/testing/lines';
import type { AreaExamples } from '../cause-example';
import { sound, started, startedByUser } from './parts';

const running = (args: readonly string[]) => bundleConfig({ process: { args } });
const listed = (mode: string, file = 'run') => asRoot('ls -ln /mycontainer/rootfs/app', `total 8\n${mode} 1 65536 65536 812 Nov  1 10:00 ${file}\n`);
const bounded = (...names: readonly string[]) => bundleConfig({ process: { capabilities: { bounding: names, effective: names, permitted: names } } });
const limited = (hard: number) => bundleConfig({ process: { rlimits: [{ type: 'RLIMIT_NPROC', soft: 1024, hard }] } });
const limits = (hard: number) => asUser('cat /proc/self/limits', `Limit                     Soft Limit           Hard Limit           Units     \nMax processes             1024                 ${hard}                processes \n`);

export const processExamples: AreaExamples<'process'> = {
  'process-executable-missing': {
    bad: { 'config.json': running(['bash']), 'run.log': runc('unable to start container process: exec: "bash": executable file not found in $PATH') },
    good: { 'config.json': running(['sh']), 'session.txt': started() },
  },
  'process-executable-denied': {
    bad: { 'config.json': running(['/app/run']), 'run.log': runc('unable to start container process: exec: "/app/run": permission denied'), 'ls.txt': listed('-rw-r--r--') },
    good: { 'config.json': running(['/app/run']), 'ls.txt': listed('-rwxr-xr-x') },
  },
  'process-cwd-denied': {
    bad: { 'config.json': bundleConfig({ process: { cwd: '/home/app' } }), 'run.log': runcInit('chdir to cwd ("/home/app") set in config.json failed: permission denied') },
    good: { 'config.json': bundleConfig({ process: { cwd: '/' } }), 'session.txt': started() },
  },
  'process-exec-format': {
    bad: { 'config.json': running(['/app/run']), 'run.log': runc('unable to start container process: exec /app/run: exec format error') },
    good: { 'config.json': running(['/app/run']), 'session.txt': started() },
  },
  'process-terminal-misconfigured': {
    bad: { 'config.json': bundleConfig({ process: { terminal: true } }), 'run.log': runc('cannot allocate tty if runc will detach without setting console socket') },
    good: { 'config.json': sound },
  },
  'stdio-not-reopenable': {
    bad: { 'config.json': sound, 'session.txt': asRoot('runc run web > app.log 2>&1; cat app.log', "/bin/sh: can't create /dev/stdout: Permission denied\n") },
    good: { 'config.json': sound, 'session.txt': started() },
  },
  'capability-or-nnp-limits': {
    bad: { 'config.json': bounded('CAP_CHOWN'), 'session.txt': asRoot('runc run web', "su: can't set groups: Operation not permitted\n") },
    good: { 'config.json': bounded('CAP_SETUID', 'CAP_SETGID'), 'session.txt': started() },
  },
  'rlimit-raise-denied': {
    bad: { 'config.json': limited(4194304), 'session.txt': limits(62987) + asUser('crun run web', 'setrlimit `RLIMIT_NPROC`: Operation not permitted\n') },
    good: { 'config.json': limited(4096), 'session.txt': limits(62987) + startedByUser() },
  },
  'oom-score-adj-denied': {
    bad: { 'config.json': bundleConfig({ process: { oomScoreAdj: -500 } }), 'session.txt': asUser('crun run web', 'write to `/proc/self/oom_score_adj`: Permission denied\n') },
    good: { 'config.json': bundleConfig({ process: { oomScoreAdj: 500 } }), 'session.txt': startedByUser() },
  },
};
