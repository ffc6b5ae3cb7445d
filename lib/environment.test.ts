import { describe, expect, test } from 'vitest';
import { bucketSettings } from './environment';

describe('the bucket of large documents', () => {
  test('is none by default', () => {
    expect(bucketSettings({})).toBeUndefined();
    expect(bucketSettings({ S3_BUCKET: '', S3_REGION: 'eu-west-1' })).toBeUndefined();
  });

  test('is what the variables say', () => {
    expect(bucketSettings({ S3_BUCKET: 'cases', AWS_REGION: 'eu-west-1' })).toEqual({ bucket: 'cases', region: 'eu-west-1', endpoint: undefined, forcePathStyle: false });
    expect(bucketSettings({ S3_BUCKET: 'cases', S3_ENDPOINT: 'http://minio:9000', S3_REGION: 'here', S3_FORCE_PATH_STYLE: 'true' })).toEqual({ bucket: 'cases', region: 'here', endpoint: 'http://minio:9000', forcePathStyle: true });
  });

  test.each([
    [{ S3_ENDPOINT: 'http://minio:9000' }, 'S3_BUCKET is not'],
    [{ S3_BUCKET: 'Cases' }, 'S3_BUCKET is no name'],
    [{ S3_BUCKET: '../x' }, 'S3_BUCKET is no name'],
    [{ S3_BUCKET: 'cases', S3_ENDPOINT: 'minio:9000' }, 'S3_ENDPOINT is no address'],
    [{ S3_BUCKET: 'cases', S3_ENDPOINT: 'file:///etc' }, 'S3_ENDPOINT is no address'],
    [{ S3_BUCKET: 'cases', S3_ENDPOINT: 'https://key:secret@minio' }, 'S3_ENDPOINT is no address'],
    [{ S3_BUCKET: 'cases', S3_FORCE_PATH_STYLE: 'yes' }, 'S3_FORCE_PATH_STYLE'],
  ])('%j is refused', (variables, why) => {
    expect(() => bucketSettings(variables)).toThrow(why);
  });
});
