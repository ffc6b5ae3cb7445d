interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What was taken on one node. */
export interface Node {
  readonly name: string;
  readonly texts: readonly NamedText[];
}

/** Groups the members of an archive by node: a folder is a node, or a file of its own where there are no folders. Folders that hold all of it are none. In the order of their names. */
export function nodesOf(texts: readonly NamedText[]): Node[] {
  const paths = texts.map(({ name }) => name.split('/'));
  const common = commonDepth(paths);
  const nodes = new Map<string, NamedText[]>();
  texts.forEach((text, index) => {
    const rest = paths[index]?.slice(common) ?? [];
    const node = rest.length > 1 ? rest[0] : rest[0]?.replace(/(?<=.)\.\w{1,5}$/, '');
    const name = rest.length > 1 ? rest.slice(1).join('/') : (rest[0] ?? text.name);
    const key = node ?? text.name;
    nodes.set(key, [...(nodes.get(key) ?? []), { name, text: text.text }]);
  });
  return [...nodes].map(([name, held]) => ({ name, texts: held })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** How many folders all paths begin with. */
function commonDepth(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  let depth = 0;
  // No paths have everything in common.
  while (paths.length > 0 && paths.every((path) => path.length > depth + 1 && path[depth] === first[depth])) depth++;
  return depth;
}
