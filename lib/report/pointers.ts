import { readDocuments } from '../diagnosis/documents/read-documents';
import { readJson, type JsonNode } from '../diagnosis/documents/json';
import { readMembers } from '../diagnosis/documents/members';

/** A value of a config and where it stands. */
export interface Place {
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
}

/** The values of every config in a text, each before what it holds: JSON with positions, else the members of YAML. */
export function placesOf(name: string, text: string): Place[] {
  const places: Place[] = [];
  for (const region of readDocuments([{ name, text }]).flatMap(({ regions }) => regions)) {
    if (region.kind === 'oci-config' || region.kind === 'json') collect(readJson(region).root, places);
    else if (region.kind === 'yaml') {
      for (const { path, value } of readMembers(region).flat()) places.push({ pointer: pointerOf(path), start: value.span.start, end: value.span.end });
    }
  }
  return places;
}

function pointerOf(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

function collect(node: JsonNode | undefined, places: Place[]): void {
  const waiting = node ? [node] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    places.push({ pointer: next.span.pointer ?? '', start: next.span.start, end: next.span.end });
    if (next.kind === 'array') waiting.push(...next.elements);
    if (next.kind === 'object') waiting.push(...next.members.map(({ value }) => value));
  }
}

/** The innermost value around an offset; on the key of a member, the object that holds it. */
export function placeAt(places: readonly Place[], offset: number): Place | undefined {
  return places.filter(({ start, end }) => start <= offset && offset <= end).toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** The value of a pointer; where it is not there, the nearest that holds it. */
export function placeOfPointer(places: readonly Place[], pointer: string): Place | undefined {
  const exact = places.find((place) => place.pointer === pointer);
  if (exact || pointer === '') return exact;
  return placeOfPointer(places, pointer.slice(0, pointer.lastIndexOf('/')));
}
