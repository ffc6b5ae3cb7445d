import { rowsBy, type MessageRow } from './message';

/** Lines of a runtime's debug log that can only be printed once a step of the start is behind it. */
export const progress: readonly MessageRow[] = [
  ...rowsBy('runc', [
    // nsexec.c: stage 1 asks for its maps only after unshare(CLONE_NEWUSER) returned.
    { prints: ['nsexec-1[{pid}]: request stage-0 to map user namespace', 'stage-1 requested userns mappings'], passed: 'create-namespaces', seen: 'level=debug msg="nsexec-1[4241]: request stage-0 to map user namespace"' },
    // Stage 1 unshares the rest, and stage 2 is spawned, only after the maps were acknowledged.
    { prints: ['nsexec-1[{pid}]: unshare remaining namespaces', 'nsexec-1[{pid}]: spawn stage-2', 'nsexec-2[{pid}]: ~> nsexec stage-2'], passed: 'write-id-maps', seen: 'level=debug msg="nsexec-2[4242]: ~> nsexec stage-2"' },
    // standard_init_linux.go: the last line of the Go init, right before it waits to execute the process.
    // signals.go of the CLI: the container's process ran and ended by itself.
    { prints: ['process exited" {any} pid={pid} status={count}', 'process exited pid={pid} status={count}'], passed: 'run', seen: 'level=debug msg="process exited" func="main.(*signalHandler).forward()" file="signals.go:92" pid=436 status=0' },
    { prints: ['init: closing the pipe to signal completion'], passed: 'finish-isolation', seen: 'level=debug msg="init: closing the pipe to signal completion"' },
  ]),
  ...rowsBy('crun', [
    // src/libcrun/linux.c: the process is forked into namespaces that exist.
    { prints: ['Running container PID after fork: {pid}', 'Running container on PID: {pid}'], passed: 'create-namespaces', seen: 'Running container on PID: `66`' },
    // container.c: written once the container's init has reported that it is ready.
    { prints: ['Writing container status'], passed: 'finish-isolation', seen: 'Writing container status' },
  ]),
  ...rowsBy('kubelet', [
    { prints: ['Created container {quoted}', 'Created container: {quoted}'], passed: 'finish-isolation', seen: 'Normal  Created  12s  kubelet  Created container web' },
    { prints: ['Started container {quoted}'], passed: 'start-process', seen: 'Normal  Started  12s  kubelet  Started container web' },
  ]),
  ...rowsBy('containerd', [
    { prints: ['StartContainer for {quoted} returns successfully'], passed: 'start-process', seen: 'level=info msg="StartContainer for \\"5f2a\\" returns successfully"' },
  ]),
];
