import type { ReactNode } from 'react';
import type { Pictures } from '../../../lib/diagnosis/pictures/picture';
import { IdMapSection } from './id-map-section';
import { NamespacesSection } from './namespaces';
import { PathWalkSection } from './path-walk';
import { say } from './words';

/** The pictures that there is evidence for, as links. */
export function pictureLinks(pictures: Pictures | undefined): { id: string; title: string }[] {
  return [
    ...(pictures?.idMaps.length ? [{ id: 'id-map', title: say('idMap') }] : []),
    ...(pictures?.walks.length ? [{ id: 'path-walk', title: say('walks') }] : []),
    ...(pictures?.namespaces.length ? [{ id: 'namespaces', title: say('namespaces') }] : []),
  ];
}

/** What can be drawn of the evidence, each picture with its table. */
export function PicturesView({ pictures }: { pictures: Pictures | undefined }) {
  const parts: Readonly<Record<string, { note: string; drawn: ReactNode }>> = {
    'id-map': { note: say('idMapNote'), drawn: <IdMapSection maps={pictures?.idMaps ?? []} /> },
    'path-walk': { note: say('walksNote'), drawn: <PathWalkSection walks={pictures?.walks ?? []} /> },
    namespaces: { note: say('namespacesNote'), drawn: <NamespacesSection namespaces={pictures?.namespaces ?? []} /> },
  };
  return pictureLinks(pictures).map(({ id, title }) => (
    <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-2">
      <header className="article-head">
        <h2 id={`${id}-title`} className="text-[12.5px] font-medium text-ink">
          {title}
        </h2>
        <span>{parts[id]?.note}</span>
      </header>
      <div className="picture">{parts[id]?.drawn}</div>
    </section>
  ));
}
