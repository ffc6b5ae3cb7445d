import type { ReactNode } from 'react';
import type { Pictures } from '../../../lib/diagnosis/pictures/picture';
import { wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import { IdMapSection } from './id-map-section';
import { NamespacesSection } from './namespaces';
import { PathWalkSection } from './path-walk';
import { pictureWords } from './words';

/** The pictures that there is evidence for, as links. */
export function pictureLinks(pictures: Pictures | undefined, language: Language): { id: string; title: string }[] {
  const say = wordsOf(pictureWords[language]);
  return [
    ...(pictures?.idMaps.length ? [{ id: 'id-map', title: say('idMap') }] : []),
    ...(pictures?.walks.length ? [{ id: 'path-walk', title: say('walks') }] : []),
    ...(pictures?.namespaces.length ? [{ id: 'namespaces', title: say('namespaces') }] : []),
  ];
}

/** What can be drawn of the evidence, each picture with its table. */
export function PicturesView({ pictures, language }: { pictures: Pictures | undefined; language: Language }) {
  const say = wordsOf(pictureWords[language]);
  const parts: Readonly<Record<string, { note: string; drawn: ReactNode }>> = {
    'id-map': { note: say('idMapNote'), drawn: <IdMapSection maps={pictures?.idMaps ?? []} say={say} /> },
    'path-walk': { note: say('walksNote'), drawn: <PathWalkSection walks={pictures?.walks ?? []} say={say} /> },
    namespaces: { note: say('namespacesNote'), drawn: <NamespacesSection namespaces={pictures?.namespaces ?? []} say={say} /> },
  };
  return pictureLinks(pictures, language).map(({ id, title }) => (
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
