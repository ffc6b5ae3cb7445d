import type { S3Client } from '@aws-sdk/client-s3';
import { bucketSettings, type BucketSettings } from '../environment';
import { log } from '../log.mjs';
import { ObjectGone, StorageUnreachable } from './storage-error';

/** The storage of large documents. What it does throws StorageUnreachable where it does not do it. */
export interface Bucket {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes from one up to another, which is not among them. Throws ObjectGone where there is no such object. */
  read(key: string, from: number, end: number): Promise<Uint8Array>;
  /** Also where there is no such object. */
  remove(key: string): Promise<void>;
}

/** In milliseconds: to connect, and without a byte. Who reads a page waits for all tries. */
const patience = { connectionTimeout: 2000, socketTimeout: 5000 };
const maxAttempts = 2;

const opened = new Map<string, Promise<Bucket>>();

/** The bucket that the environment names (environment.ts), `undefined` where it names none: nothing is loaded then. */
export function configuredBucket(): Promise<Bucket> | undefined {
  const settings = bucketSettings();
  if (!settings) return undefined;
  const key = JSON.stringify(settings);
  const known = opened.get(key) ?? open(settings);
  opened.set(key, known);
  return known;
}

/** The same for what lies in a bucket already. Throws StorageUnreachable where none is named. */
export async function requiredBucket(): Promise<Bucket> {
  const bucket = await configuredBucket();
  if (!bucket) throw new StorageUnreachable('documents lie in a bucket, and S3_BUCKET is not set');
  return bucket;
}

/** Ends a server whose settings cannot be right: they are told as it starts, not with the first large document. */
export function refuseWrongSettings(): void {
  try {
    bucketSettings();
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

async function open({ bucket: Bucket, endpoint, ...settings }: BucketSettings): Promise<Bucket> {
  const { S3Client, DeleteObjectCommand, GetObjectCommand, PutObjectCommand } = await import('@aws-sdk/client-s3');
  const client: S3Client = new S3Client({
    ...settings,
    ...(endpoint === undefined ? {} : { endpoint }),
    requestHandler: patience,
    maxAttempts,
    // Of the checksums that the client adds by itself, storages that are not Amazon's know some or none.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    async put(Key, Body) {
      const { VersionId } = await told('put', () => client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/octet-stream' })));
      if (VersionId === undefined || VersionId === 'null') return;
      log.error('S3_BUCKET keeps versions, so that nothing is ever deleted: suspend its versioning');
      await told('delete', () => client.send(new DeleteObjectCommand({ Bucket, Key, VersionId })));
      throw new StorageUnreachable('the bucket keeps versions');
    },
    async read(Key, from, end) {
      if (end <= from) return new Uint8Array();
      const bytes = await told('get', async () => (await client.send(new GetObjectCommand({ Bucket, Key, Range: `bytes=${from}-${end - 1}` }))).Body?.transformToByteArray());
      if (bytes?.length !== end - from) throw new StorageUnreachable('the storage gave other bytes than it was asked for');
      return bytes;
    },
    async remove(Key) {
      await told('delete', () => client.send(new DeleteObjectCommand({ Bucket, Key })));
    },
  };
}

/** What the storage refuses is told in the log, without the key: to who asks it is all the same. */
async function told<T>(operation: string, access: () => Promise<T>): Promise<T> {
  try {
    return await access();
  } catch (error) {
    const { name, code, $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };
    if (operation === 'get' && name === 'NoSuchKey') throw new ObjectGone('there is no such object', { cause: error });
    log.error({ operation, error: code ?? name, status: $metadata?.httpStatusCode }, 'object storage failed');
    throw new StorageUnreachable('the storage of large documents did not do it', { cause: error });
  }
}
