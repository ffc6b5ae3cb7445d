/** What an element holds: other elements, and texts, which are shown and never read as HTML. */
type Held = Node | string;

/** Makes an element with attributes and content. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>> = {}, ...held: readonly Held[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...held);
  return made;
}

/** A sentence of the engine, its backquoted parts as code. */
export function prose(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  text.split('`').forEach((part, index) => fragment.append(index % 2 === 1 ? element('code', {}, part) : part));
  return fragment;
}
