import { excerptOf } from '../excerpt/excerpt';
import { redact, type NamedText } from '../redaction/redact';
import { compareNodes, type Fleet } from './fleet';
import { nodesOf } from './nodes';

/** Masks the texts that were taken on many nodes, and compares the nodes. Of a large log the lines that matter are read. Pure. */
export function compareTexts(texts: readonly NamedText[]): Fleet {
  return compareNodes(nodesOf(redact(texts.map(({ name, text }) => ({ name, text: excerptOf(text) }))).texts));
}
