import { rowsBy } from './message';

/** newuidmap and newgidmap of shadow 4.x (src/newuidmap.c, lib/idmapping.c); ranges are printed half-open. */
export const shadow = rowsBy('shadow', [
  { prints: ['newuidmap: uid range [{uid}-{count}) -> [{id}-{pid}) not allowed'], symptom: 'id-range-not-granted', seen: 'newuidmap: uid range [1-65537) -> [100000-165536) not allowed' },
  { prints: ['newgidmap: gid range [{gid}-{count}) -> [{id}-{pid}) not allowed'], symptom: 'id-range-not-granted', seen: 'newgidmap: gid range [1-65537) -> [100000-165536) not allowed' },
  { prints: ['newuidmap: write to uid_map failed: {errno}', 'newgidmap: write to gid_map failed: {errno}', 'newuidmap: write to {path} failed: {errno}', 'newgidmap: write to {path} failed: {errno}'], errnos: ['EINVAL'], symptom: 'id-map-write-invalid', seen: 'newuidmap: write to uid_map failed: Invalid argument' },
  { prints: ['newuidmap: write to uid_map failed: {errno}', 'newgidmap: write to gid_map failed: {errno}', 'newuidmap: write to {path} failed: {errno}', 'newgidmap: write to {path} failed: {errno}'], errnos: ['EPERM', 'EACCES'], symptom: 'id-map-write-denied', seen: 'newuidmap: write to uid_map failed: Operation not permitted' },
  { prints: ['newuidmap: subuid overflow detected', 'newgidmap: subuid overflow detected'], symptom: 'id-map-write-invalid', seen: 'newuidmap: subuid overflow detected.' },
  { prints: ['newuidmap: cannot open {path}: {errno}', 'newgidmap: cannot open {path}: {errno}', 'newuidmap: Cannot determine your user name', 'newgidmap: Cannot determine your user name', 'Error fetching ranges'], symptom: 'subid-range-not-found', seen: 'newuidmap: Cannot determine your user name.' },
]);
