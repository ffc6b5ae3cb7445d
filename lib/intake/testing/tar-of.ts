import tar from 'tar-stream';

/** A tar file of some members, each with what of its header matters and its content. */
export async function tarOf(...entries: readonly (readonly [Partial<tar.Header> & { name: string }, string])[]): Promise<Buffer> {
  const pack = tar.pack();
  for (const [header, content] of entries) pack.entry(header, content);
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
