import { all, args, process, script, withoutCapabilities } from '../changes';
import { both, rootless, type Fault } from '../fault';

/** A program of the container, owned by its root. */
const program = (text: string, mode = '755') => `cat > rootfs/bin/app <<'END'
${text}
END
chmod ${mode} rootfs/bin/app; chown 100000:100000 rootfs/bin/app`;
const app = program('#!/bin/sh\necho started');

export const processFaults: readonly Fault[] = [
  { id: 'program-missing', causes: ['process-executable-missing'], runtimes: both, setup: app, good: args('/bin/app'), breaks: args('/app/server'), fills: { 'program of the rootfs': '/bin/app' } },
  { id: 'no-bash-in-path', causes: ['process-executable-missing'], runtimes: [...both, 'containerd-1.7 runc-1.1-trixie'], breaks: args('bash', '-c', 'echo started') },
  { id: 'args-empty', causes: ['process-executable-missing'], runtimes: ['runc-1.1', 'runc-1.4'], good: args('sh', '-c', 'echo started'), breaks: args(), fills: { 'program of the rootfs': 'sh' }, prints: '' },
  { id: 'interpreter-missing', causes: ['process-executable-missing'], runtimes: ['runc-1.1', 'runc-1.3', 'runc-1.4', 'crun-1.28'], setup: app, good: args('/bin/app'), breaksHost: "sed -i '1s,.*,#!/bin/bash,' rootfs/bin/app", fills: { 'program of the rootfs': '/bin/app' }, byHand: "sed -i '1s,.*,#!/bin/sh,' rootfs/bin/app" },
  { id: 'program-not-executable', causes: ['process-executable-denied'], runtimes: both, setup: app, good: args('/bin/app'), breaksHost: 'chmod 644 rootfs/bin/app' },
  { id: 'program-of-host-root', causes: ['process-executable-denied'], runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.28'], setup: app, good: args('/bin/app'), breaksHost: 'chown 0:0 rootfs/bin/app; chmod 700 rootfs/bin/app' },
  { id: 'program-without-header', causes: ['process-exec-format'], runtimes: both, setup: app, good: args('/bin/app'), breaksHost: "printf '\\177ELF\\002\\001\\001' > rootfs/bin/app", byHand: "printf '#!/bin/sh\\necho started\\n' > rootfs/bin/app" },
  { id: 'cwd-missing', causes: ['process-cwd-denied'], runtimes: both, breaks: process({ cwd: '/srv/app' }), breaksHost: 'chown 0:0 rootfs' },
  { id: 'cwd-closed', causes: ['process-cwd-denied'], runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.28'], setup: 'mkdir rootfs/srv', good: process({ cwd: '/srv' }), breaksHost: 'chown 0:0 rootfs/srv; chmod 700 rootfs/srv' },
  { id: 'terminal-without-one', causes: ['process-terminal-misconfigured'], runtimes: both, breaks: process({ terminal: true }) },
  {
    id: 'stdout-not-reopenable',
    causes: ['stdio-not-reopenable'],
    runtimes: ['runc-1.1', 'runc-1.4'],
    good: all(script('echo started > /dev/stdout; sleep 0.2'), process({ user: { uid: 33, gid: 33 } })),
    setup: 'install -m 666 /dev/null app.log',
    breaksHost: 'install -m 644 /dev/null app.log',
    command: '{runtime} run -d {id} > app.log 2>&1; sleep 0.6; cat app.log',
    byHand: 'install -m 666 /dev/null app.log',
  },
  { id: 'su-without-setuid', causes: ['capability-or-nnp-limits'], runtimes: ['runc-1.1', 'runc-1.4', 'crun-1.28'], good: args('/bin/su', 'www-data', '-s', '/bin/sh', '-c', 'echo started'), breaks: withoutCapabilities('CAP_SETUID', 'CAP_SETGID') },
  rootless({ id: 'rlimit-above-the-hard-one', causes: ['rlimit-raise-denied'], runtimes: both, command: 'ulimit -Sn 1024; ulimit -Hn 4096; {runtime} run {id}', breaks: process({ rlimits: [{ type: 'RLIMIT_NOFILE', hard: 1_048_576, soft: 1024 }] }) }),
  rootless({ id: 'oom-score-below-own', causes: ['oom-score-adj-denied'], runtimes: both, breaks: process({ oomScoreAdj: -500 }) }),
];
