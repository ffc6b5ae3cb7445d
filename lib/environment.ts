/** A whole number above 0 that a variable of the environment sets; `usual` where it sets none. */
export function fromEnvironment(name: string, usual: number): number {
  const value = Number(process.env[name]);
  return Number.isInteger(value) && value > 0 ? value : usual;
}

/** Where large documents lie outside the database: a bucket of an S3-compatible storage. */
export interface BucketSettings {
  readonly bucket: string;
  readonly region: string;
  /** Of a storage that is not Amazon's. */
  readonly endpoint: string | undefined;
  /** The bucket stands in the path of an address, not in its host. */
  readonly forcePathStyle: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** What S3_BUCKET, S3_ENDPOINT, S3_REGION and S3_FORCE_PATH_STYLE set; `undefined` where no bucket is named. Throws what is wrong with them. */
export function bucketSettings(variables: Variables = process.env): BucketSettings | undefined {
  const { S3_BUCKET: bucket = '', S3_ENDPOINT: endpoint = '', S3_REGION, AWS_REGION, S3_FORCE_PATH_STYLE: style = '' } = variables;
  if (bucket === '') {
    if (endpoint !== '') throw new Error('S3_ENDPOINT is set, and S3_BUCKET is not: name the bucket, or set neither');
    return undefined;
  }
  // AWS, "General purpose bucket naming rules".
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new Error('S3_BUCKET is no name of a bucket: 3 to 63 small letters, digits, dots and hyphens');
  if (endpoint !== '' && !isPlainAddress(endpoint)) throw new Error('S3_ENDPOINT is no address: https://host or http://host, with a port where it needs one, and no password');
  if (!['', 'true', 'false'].includes(style)) throw new Error('S3_FORCE_PATH_STYLE is true or false');
  return { bucket, region: S3_REGION || AWS_REGION || 'us-east-1', endpoint: endpoint || undefined, forcePathStyle: style === 'true' };
}

function isPlainAddress(text: string): boolean {
  try {
    const { protocol, username, password, search, hash } = new URL(text);
    return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '');
  } catch {
    return false;
  }
}
