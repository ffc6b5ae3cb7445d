// An S3-compatible storage of its own with one empty bucket, for tests: OpenStack Swift of Debian's package.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

// The system's, for which Debian packages modules.
const python = '/usr/bin/python3';
const bucket = 'cases';

/** Is Swift installed? */
export const isSwiftHere = () => spawnSync(python, ['-c', 'import swift.common.middleware.s3api'], { stdio: 'ignore' }).status === 0;

/** Starts it; gives the variables that point a server at it, the keys of its objects, and how to stop it. */
export async function startS3() {
  const folder = mkdtempSync(path.join(tmpdir(), 'userns-doctor-s3-'));
  const child = spawn(python, [path.join(import.meta.dirname, 'temporary-s3.py'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), once(child, 'exit').then(() => Promise.reject(new Error('the storage did not start')))]);
  const endpoint = `http://127.0.0.1:${port}`;
  const env = { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_FORCE_PATH_STYLE: 'true', AWS_ACCESS_KEY_ID: 'test:tester', AWS_SECRET_ACCESS_KEY: 'testing', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  const { S3Client, CreateBucketCommand, ListObjectsV2Command } = await import('@aws-sdk/client-s3');
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY } });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    env,
    keys: async () => ((await client.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? []).map(({ Key }) => Key),
    stop() {
      child.kill('SIGKILL');
      client.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
