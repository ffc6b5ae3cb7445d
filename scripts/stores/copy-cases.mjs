// From one store to another, a group of cases at a time, each group whole or not at all.
import { contentHash } from './case-store.mjs';

/** What is held in memory at once: so many cases, or as few as have so many bytes. */
const most = { cases: 200, bytes: 16 * 1024 * 1024 };

/** The ids of a store in groups that fit in memory; a case that does not is one alone. */
async function* groups(store) {
  for (let after = ''; ; ) {
    const page = await store.page(after, most.cases);
    let group = [];
    let held = 0;
    for (const { id, bytes } of page) {
      if (group.length > 0 && held + Number(bytes) > most.bytes) {
        yield group;
        group = [];
        held = 0;
      }
      group.push(id);
      held += Number(bytes);
    }
    if (group.length > 0) yield group;
    if (page.length < most.cases) return;
    after = page.at(-1).id;
  }
}

const isDeleted = (one) => one.Case[0].deletedAt !== null;
/** What was deleted in the target stays deleted, whatever the source still holds. */
const staysDeleted = (there, here) => there !== undefined && isDeleted(there) && !isDeleted(here);

/**
 * Makes the target hold what the source holds; what it holds besides stays. Taken up again, it writes only what is missing
 * or differs. `told` is called after each group with the figures so far, and stops it by false.
 */
export async function copyCases(from, to, told = () => true) {
  const figures = { written: 0, same: 0, deletedThere: 0 };
  for await (const ids of groups(from)) {
    const [here, there] = [await from.read(ids), await to.read(ids)];
    const changed = [];
    for (const [id, one] of here) {
      const other = there.get(id);
      if (staysDeleted(other, one)) figures.deletedThere += 1;
      else if (other !== undefined && contentHash(other) === contentHash(one)) figures.same += 1;
      else changed.push(one);
    }
    if (changed.length > 0) await to.write(changed, { replace: true });
    figures.written += changed.length;
    if (!told(figures)) return { ...figures, stopped: true };
  }
  return { ...figures, stopped: false };
}

/** Adds the cases that the target does not have, and changes nothing else; gives how many. */
export async function addMissingCases(from, to) {
  let added = 0;
  for await (const ids of groups(from)) {
    const known = await to.known(ids);
    const missing = await from.read(ids.filter((id) => !known.has(id)));
    if (missing.size > 0) await to.write([...missing.values()], { replace: false });
    added += missing.size;
  }
  return added;
}

/** Compares every case of the source with the target's, by the hash of its content; gives how many are equal, and the ids of those that are not. */
export async function compareStores(from, to) {
  let equal = 0;
  const differing = [];
  for await (const ids of groups(from)) {
    const [here, there] = [await from.read(ids), await to.read(ids)];
    for (const [id, one] of here) {
      const other = there.get(id);
      if (other !== undefined && contentHash(other) === contentHash(one)) equal += 1;
      else if (!staysDeleted(other, one)) differing.push(id);
    }
  }
  return { equal, differing };
}
