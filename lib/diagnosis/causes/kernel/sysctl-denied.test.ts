import { bundleConfig } from '../../testing/bundle-config';
import { describeCause } from '../../testing/describe-cause';
import { podman, runc, runcInit } from '../../testing/lines';
import { sysctlDenied } from './sysctl-denied';

const asking = (key: string, ...types: string[]) => bundleConfig({ linux: { sysctl: { [key]: '1' }, namespaces: ['user', 'mount', 'pid', ...types].map((type) => ({ type })) } });

describeCause(sysctlDenied, {
  proved: {
    'net.* without a network namespace: the config alone': { 'config.json': asking('net.ipv4.ip_forward') },
    'a setting of the host': { 'config.json': asking('vm.swappiness', 'network', 'ipc') },
    'the kernel refused it: config and log': { 'config.json': asking('net.core.rmem_max', 'network'), 'run.log': runcInit('open /proc/sys/net/core/rmem_max: permission denied') },
    'the line of runc alone': { 'run.log': runc('sysctl "kernel.shmmax" is not allowed in the hosts ipc namespace') },
  },
  refuted: {
    'its network namespace is new': { 'config.json': asking('net.ipv4.ip_forward', 'network') },
    'root of a new network namespace may write it, and runc could not open it again': { 'config.json': asking('net.ipv4.ping_group_range', 'network'), 'run.log': runcInit('open sysctl net.ipv4.ping_group_range file: reopen fd 9: permission denied') },
  },
  open: {
    'runc could not open it again, and the namespace is not shown': { 'run.log': runcInit('open sysctl net.ipv4.ping_group_range file: reopen fd 9: permission denied') },
    'another failure': { 'run.log': podman('pivot_root: Operation not permitted') },
  },
});
