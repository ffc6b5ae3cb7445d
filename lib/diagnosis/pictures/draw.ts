import type { Facts } from '../facts/facts';
import { drawIdMaps } from './id-maps';
import { drawNamespaces } from './namespaces';
import { drawWalks } from './path-walks';
import type { Pictures } from './picture';

/** What can be drawn of the facts; undefined where nothing can. */
export function drawPictures(facts: Facts): Pictures | undefined {
  const pictures = { idMaps: drawIdMaps(facts), walks: drawWalks(facts), namespaces: drawNamespaces(facts) };
  return Object.values(pictures).some((drawn) => drawn.length > 0) ? pictures : undefined;
}
