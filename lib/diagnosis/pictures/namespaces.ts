import type { Facts, Namespace } from '../facts/facts';
import type { DrawnNamespace } from './picture';
import { placeOf } from './place';

/** Those that every container has one of (namespaces(7)); others are drawn where the config names them. */
const customary = ['user', 'mount', 'pid', 'network', 'ipc', 'uts', 'cgroup'];

/** Which namespaces the container gets, and which user namespace owns each, where the list was seen. */
export function drawNamespaces({ namespaces }: Facts): DrawnNamespace[] {
  if (!namespaces) return [];
  const listed = new Map(namespaces.value.map((one) => [one.type, one]));
  const user = listed.get('user');
  // clone(2) and unshare(2) make the user namespace first; those made with or after it belong to it.
  const own = user ? (user.path ? 'joined' : 'container') : 'host';
  const types = [...customary, ...[...listed.keys()].filter((type) => !customary.includes(type))];
  return types.map((type): DrawnNamespace => {
    const one = listed.get(type);
    if (!one) return { type, state: 'host', owner: 'host', at: placeOf(namespaces.span) };
    const at = placeOf(one.span);
    if (one.path) return { type, state: 'joined', path: one.path.value, owner: ownerOfJoined(one), at };
    return { type, state: 'new', owner: type === 'user' ? 'host' : own, at };
  });
}

/** The namespaces of process 1 are the initial ones; of any other path the config does not tell who made it. */
function ownerOfJoined({ path }: Namespace): DrawnNamespace['owner'] {
  return path && /^\/proc\/1\/ns\/\w+$/.test(path.value) ? 'host' : 'unknown';
}
