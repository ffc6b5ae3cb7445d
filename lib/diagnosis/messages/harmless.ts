import { rowsBy } from './message';

/** Lines that look like a failure and stop nothing. */
export const harmless = rowsBy('any', [
  // The kernel let it pass and wrote it down (security/selinux/avc.c, avc_audit_post_callback).
  { prints: ['avc: denied { {any} } for {any} permissive=1'], harmless: true, seen: 'type=AVC msg=audit(1687430789.136:1239): avc:  denied  { create } for  pid=1990 comm="exe" scontext=system_u:system_r:container_t:s0 tcontext=system_u:system_r:container_t:s0 tclass=user_namespace permissive=1' },
  { prints: ['unable to get oom kill count'], harmless: true, seen: 'level=warning msg="unable to get oom kill count" error="openat2 /sys/fs/cgroup/web/memory.events: no such file or directory"' },
  { prints: ['F_GET_SEALS on {path} failed: {errno}'], harmless: true, seen: 'level=debug msg="F_GET_SEALS on /proc/self/exe failed: invalid argument"' },
  { prints: ['update /proc/{pid}/uid_map got -EPERM (trying {path})', 'update /proc/{pid}/gid_map got -EPERM (trying {path})'], harmless: true, seen: 'level=debug msg="nsexec-0[76]: update /proc/79/uid_map got -EPERM (trying /usr/bin/newuidmap)"' },
  { prints: ['Failed to write to /proc/self/oom_score_adj: {errno}', 'conmon {any}: Failed to write {any} oom_score_adj {any}', 'Failed to set oom_score_adj'], harmless: true, seen: 'conmon 1a2b <nwarn>: runtime stderr: Failed to write to /proc/self/oom_score_adj: Permission denied' },
  { prints: ['/ is not a shared mount, this could cause issues or missing mounts'], harmless: true, seen: 'WARN[0000] "/" is not a shared mount, this could cause issues or missing mounts with rootless containers' },
  { prints: ['both a userns path to join and a matching userns mapping specified'], harmless: true, seen: 'level=warning msg="config.json has both a userns path to join and a matching userns mapping specified"' },
  { prints: ['overlayfs: idmapped layers are currently not supported'], harmless: true, seen: '[Wed Jun 24 00:59:46 2026] overlayfs: idmapped layers are currently not supported' },
  { prints: ['Failed to add conmon to systemd sandbox cgroup: {any}', 'Failed to add conmon to cgroupfs sandbox cgroup: {any}'], harmless: true, seen: 'WARN[0000] Failed to add conmon to systemd sandbox cgroup: dial unix /run/systemd/private: connect: permission denied' },
  { prints: ['The cgroupv2 manager is set to systemd but there is no systemd user session available', 'For using systemd, you may need to login using a user session', 'For using systemd, you may need to log in using a user session', 'Alternatively, you can enable lingering with: {any}', 'Falling back to --cgroup-manager=cgroupfs'], harmless: true, seen: 'WARN[0000] Falling back to --cgroup-manager=cgroupfs' },
  { prints: ['Falling back to tmpfs for masked dirs{any}', 'using tmpfs fallback for {path}'], harmless: true, seen: 'using tmpfs fallback for proc/acpi' },
  { prints: ['failed to load plugin {any}', 'skip loading plugin {any}', 'could not use snapshotter {quoted} in metadata plugin', 'failed to load cni during init{any}', 'failed to reload cni configuration after receiving fs change event{any}', 'cleaning up after shim disconnected', 'failed to delete dead shim{any}', 'shim disconnected', 'cleanup warnings time={any}', 'failed to clean up after shim disconnected{any}', 'copy shim log', 'warnings while cleaning up dead shim', 'failed to read init pid file', 'Configuration migrated from version 2'], harmless: true, seen: 'level=warning msg="failed to load plugin" error="devmapper not configured" id=io.containerd.snapshotter.v1.devmapper' },
  { prints: ['failed to remove cgroup{any}', 'Failed to remove paths: {any}', 'unable to remove cgroup{any}', 'unable to destroy container: {any}'], harmless: true, seen: 'level=warning msg="failed to remove cgroup (will retry)" error="rmdir /sys/fs/cgroup/web: device or resource busy"' },
  { prints: ['unable to write {any} event: {any}', 'User-selected graph driver {quoted} overwritten by graph driver {quoted} from database'], harmless: true, seen: 'level=error msg="User-selected graph driver \\"overlay\\" overwritten by graph driver \\"vfs\\" from database - delete libpod local files to resolve"' },
  // detect-virt.c of systemd: an ordinary user may not look at the root of process 1.
  { prints: ['Failed to check for chroot() environment: {errno}'], harmless: true, seen: 'Failed to check for chroot() environment: Permission denied' },
  { prints: ['log pipe has been closed: EOF', 'exit status 255 returned'], harmless: true, seen: 'level=debug msg="log pipe has been closed: EOF"' },
  { prints: ['Error loading CNI config list file {any}', 'Failed to decode the keys {any}'], harmless: true, seen: 'level=warning msg="Failed to decode the keys [\\"storage.options.override_kernel_check\\"] from /etc/containers/storage.conf"' },
  // Optional tools of containerd's snapshotters, looked for as it starts (plugins/snapshots, plugins/diff).
  { prints: ["exec: 'mkfs.erofs': executable file not found", "exec: 'zfs': executable file not found", "exec: 'dmsetup': executable file not found"], harmless: true, seen: 'mkfs.erofs: exec: \\"mkfs.erofs\\": executable file not found in $PATH: skip plugin"' },
]);
