/**
 * The steps of a container's start, in order; the only global order in the program.
 * Order and who runs each: runc's libcontainer/nsenter/nsexec.c and standard_init_linux.go.
 */
export const steps = [
  'admit-pod',
  'allocate-ids',
  'unpack-image',
  'read-config',
  'create-namespaces',
  'write-id-maps',
  'prepare-rootfs',
  'mount',
  'finish-isolation',
  'start-process',
  'run',
] as const;

export type Step = (typeof steps)[number];
