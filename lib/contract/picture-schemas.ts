import { z } from 'zod';

const at = z.object({ document: z.string(), line: z.number().int().positive() });
const id = z.number().int().nonnegative();

const idMap = z.object({
  which: z.enum(['uid', 'gid']),
  extents: z.array(z.object({ container: id, host: id, size: id, trouble: z.enum(['none', 'overlap', 'beyond-end']), at })),
  unreadable: z.array(z.object({ text: z.string(), at })),
  granted: z.array(z.object({ owner: z.string(), start: id, count: id, at })),
  ids: z.array(
    z.object({
      side: z.enum(['container', 'host']),
      id,
      bearer: z.enum(['process-user', 'process-group', 'additional-group', 'rootfs', 'volume']),
      path: z.string().optional(),
      at,
    }),
  ),
});

const walk = z.object({
  what: z.enum(['rootfs', 'bind-source']),
  path: z.string(),
  walker: z.object({ uid: id, gid: id.optional() }).optional(),
  steps: z.array(
    z.object({
      path: z.string(),
      uid: id.optional(),
      gid: id.optional(),
      mode: id.optional(),
      kind: z.enum(['directory', 'other', 'missing', 'not-shown']),
      passes: z.enum(['yes', 'no', 'unknown']),
      mapped: z.boolean().optional(),
      at: at.optional(),
    }),
  ),
});

const namespace = z.object({
  type: z.string(),
  state: z.enum(['new', 'joined', 'host']),
  path: z.string().optional(),
  owner: z.enum(['container', 'joined', 'host', 'unknown']),
  at,
});

/** The pictures of a Report, as they are served. */
export const pictures = z.object({ idMaps: z.array(idMap), walks: z.array(walk), namespaces: z.array(namespace) });
