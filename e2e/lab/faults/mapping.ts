import { all, maps, process, withoutNamespace } from '../changes';
import { rootlessExtents } from '../config';
import { both, rootless, type Fault } from '../fault';

export const mappingFaults: readonly Fault[] = [
  { id: 'maps-without-namespace', causes: ['userns-mappings-without-namespace'], runtimes: both, breaks: withoutNamespace('user'), good: process({ args: ['/bin/cat', '/proc/self/uid_map'] }), prints: ' 100000 ' },
  { id: 'gid-map-missing', causes: ['userns-without-mappings'], runtimes: [...both, 'runc-1.3'], breaks: ({ linux }) => void delete linux.gidMappings },
  { id: 'root-unmapped', causes: ['container-root-unmapped'], runtimes: both, good: process({ user: { uid: 1000, gid: 1000 } }), breaks: maps({ containerID: 1000 }) },
  { id: 'map-past-end', causes: ['mapping-range-invalid'], runtimes: both, breaks: maps({ hostID: 4_294_950_000 }) },
  {
    id: 'map-of-400-extents',
    causes: ['mapping-too-many-extents'],
    runtimes: both,
    breaks: ({ linux }) => void (linux.uidMappings = Array.from({ length: 400 }, (_, index) => ({ containerID: index, hostID: 100_000 + index, size: 1 }))),
  },
  rootless({
    id: 'map-overlaps-itself',
    causes: ['mapping-overlap'],
    runtimes: ['runc-1.1', 'crun-1.21'],
    maps: rootlessExtents(),
    breaks: ({ linux }) => linux.uidMappings?.splice(1, 1, { containerID: 1, hostID: 1000, size: 65536 }),
  }),
  { id: 'user-unmapped', causes: ['process-user-unmapped'], runtimes: [...both, 'runc-1.3', 'containerd-2.1 runc-1.3'], maps: [{ containerID: 0, hostID: 200_000, size: 1000 }], breaks: process({ user: { uid: 1001, gid: 1001 } }) },
  { id: 'additional-gid-unmapped', causes: ['process-user-unmapped'], runtimes: both, breaks: process({ user: { uid: 0, gid: 0, additionalGids: [33, 100_000] } }) },
  { id: 'gid-alone-unmapped', causes: ['process-user-unmapped'], runtimes: ['runc-1.1', 'crun-1.28'], breaks: all(process({ user: { uid: 33, gid: 70_000 } })) },
];
