import type { Known, Span } from '../documents/document';

/** The largest ID that a map may hold: 4294967295 is (uid_t) -1 (kernel/user_namespace.c, mappings_overlap and uid_valid). */
export const largestMappableId = 4294967294;

/** A number of an extent as written; `value` is undefined where it is no unsigned 32-bit integer. */
export interface ExtentNumber {
  readonly text: string;
  readonly value: number | undefined;
  readonly span: Span;
}

/** One line of an ID map: `size` IDs from `containerId` on are those from `hostId` on. */
export interface Extent {
  readonly containerId: ExtentNumber;
  readonly hostId: ExtentNumber;
  readonly size: ExtentNumber;
  /** The whole object or line. */
  readonly span: Span;
}

/** A uid or gid map. Ranges are half-open in code and printed closed. */
export class IdMap {
  constructor(readonly extents: readonly Extent[]) {}

  /** The extent that holds a container ID. */
  extentOfContainer(containerId: number): Extent | undefined {
    return this.extents.find((extent) => within(containerId, extent.containerId, extent.size));
  }

  /** The extent that holds a host ID. */
  extentOfHost(hostId: number): Extent | undefined {
    return this.extents.find((extent) => within(hostId, extent.hostId, extent.size));
  }

  holdsContainer(containerId: number): boolean {
    return this.extentOfContainer(containerId) !== undefined;
  }

  holdsHost(hostId: number): boolean {
    return this.extentOfHost(hostId) !== undefined;
  }

  /** The host ID behind a container ID. */
  toHost(containerId: number): number | undefined {
    const extent = this.extentOfContainer(containerId);
    if (extent?.hostId.value === undefined || extent.containerId.value === undefined) return undefined;
    return extent.hostId.value + (containerId - extent.containerId.value);
  }

  /** The host ID of container root, with the extent that says so. */
  get hostRoot(): Known<number> | undefined {
    const extent = this.extentOfContainer(0);
    const value = this.toHost(0);
    return extent && value !== undefined ? { value, span: extent.span } : undefined;
  }

  /** Container IDs held, for people: `0-65535, 100000-100999`; `none` where empty. */
  get containerRanges(): string {
    return ranges(this.extents, (extent) => extent.containerId);
  }

  /** Host IDs held, for people. */
  get hostRanges(): string {
    return ranges(this.extents, (extent) => extent.hostId);
  }
}

function within(id: number, first: ExtentNumber, size: ExtentNumber): boolean {
  if (first.value === undefined || size.value === undefined) return false;
  return id >= first.value && id < first.value + size.value;
}

function ranges(extents: readonly Extent[], first: (extent: Extent) => ExtentNumber): string {
  const printed = extents.map((extent) => printRange(first(extent), extent.size));
  return printed.length === 0 ? '-' : printed.join(', ');
}

function printRange(first: ExtentNumber, size: ExtentNumber): string {
  if (first.value === undefined || size.value === undefined) return `${first.text} (size ${size.text})`;
  return size.value <= 1 ? `${first.value}` : `${first.value}-${first.value + size.value - 1}`;
}
