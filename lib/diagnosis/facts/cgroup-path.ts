/** Controllers that have a hierarchy of their own in cgroup version 1 (cgroups(7)); that of systemd has none and is mounted beside version 2 as well. */
const ofVersion1 = /\/sys\/fs\/cgroup\/(?:memory|cpu|cpuacct|cpu,cpuacct|cpuset|blkio|devices|freezer|net_cls|net_prio|net_cls,net_prio|perf_event|hugetlb|pids|rdma)\//;

/** What only the part of runc for version 1 prints (opencontainers/cgroups, fs/fs.go, Set); fs2 has other words. */
const saidOfVersion1 = /cannot set \S+ limit: container could not join or create cgroup/;

/** Does a message name a place in a hierarchy of cgroup version 1, or come from the code for it? */
export function namesCgroupV1({ text }: { readonly text: string }): boolean {
  return ofVersion1.test(text) || saidOfVersion1.test(text);
}
