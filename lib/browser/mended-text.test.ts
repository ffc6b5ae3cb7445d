import { expect, test } from 'vitest';
import { bundleConfig } from '../diagnosis/testing/bundle-config';
import { diagnose } from '../diagnosis/diagnose';
import { redact } from '../redaction/redact';
import { mendedText } from './mended-text';

const env = ['PATH=/bin', 'DB_PASSWORD=s3cr3t-of-mine', 'API_TOKEN=another-one-here', 'EMPTY='];
const given = bundleConfig({ root: { path: 'rootfs' }, process: { env } });
const log = { name: 'run.log', text: 'root@node1:/mycontainer# ctr run --config config.json web\nctr: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "proc" to rootfs at "/proc": mkdir /run/containerd/io.containerd.runtime.v2.task/default/web/rootfs/proc: permission denied: unknown\n' };

test('the patch that was found in the masked config, on the config as it was given: every value of the environment stays', () => {
  const { texts } = redact([{ name: 'config.json', text: given }, log]);
  expect(texts[0]?.text).not.toContain('s3cr3t');
  const fix = diagnose(texts).findings[0]?.fixes[0];
  expect(fix?.document).toBe('config.json');
  const mended = mendedText(given, fix ?? { patch: [], edits: [] });
  expect(mended).toBe(bundleConfig({ root: { path: '/mycontainer/rootfs' }, process: { env } }));
});

test('an edit is made only where masking changed nothing, for its place is one of the masked text', () => {
  const edits = [{ startLine: 1, startColumn: 1, endLine: 1, endColumn: 2, text: '{' }];
  expect(mendedText(given, { patch: [], edits })).toBeUndefined();
  expect(mendedText('{"a": 1}', { patch: [], edits })).toBe('{"a": 1}');
});
