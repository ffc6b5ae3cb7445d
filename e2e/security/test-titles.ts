import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The titles of all tests and groups of a file as they are written, holes of templates included. */
export function titlesIn(file: string): Set<string> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true);
  const titles = new Set<string>();
  const visit = (node: ts.Node) => {
    const [first] = ts.isCallExpression(node) && isTest(node.expression) ? node.arguments : [];
    if (first && ts.isStringLiteralLike(first)) titles.add(first.text);
    else if (first && ts.isTemplateExpression(first)) titles.add(first.getText(source).slice(1, -1));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** `test`, `it`, `describe`, and what they give: `test.each(table)`, `describe.skipIf(condition)`. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['test', 'it', 'describe'].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return isTest(callee.expression);
  return false;
}

/** Holes of a title: `%s` and `$name` of a table, `${…}` of a template. */
const hole = /%[sdifjop]|\$\{(?:[^{}]|\{[^}]*\})*\}|\$\w+/;

/** What a title becomes where it runs. */
export function titlePattern(title: string): RegExp {
  const words = title.split(new RegExp(hole, 'g')).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${words.join('[\\s\\S]*')}$`);
}
