import { expect, test } from 'vitest';
import { refusedAsCredentials } from './credentials';

test.each([
  ['Docker credentials file', '{\n  "auths": {"https://index.docker.io/v1/": {"auth": "eDp5"}}\n}'],
  ['Docker credentials file', '{"credsStore": "desktop"}'],
  ['Docker credentials file', '{"credHelpers": {"gcr.io": "gcloud"}, "HttpHeaders": {}}'],
  ['kubeconfig', 'apiVersion: v1\nkind: Config\nusers:\n- name: admin\n  user: {token: x}\n'],
  ['kubeconfig', 'clusters: []\nkind: Config\n'],
  ['service account key', '{"type": "service_account", "project_id": "p", "private_key": "x"}'],
  ['Terraform state', '{"version": 4, "terraform_version": "1.9.0", "resources": []}'],
  ['.netrc', 'machine example.org\n  login me\n  password x\n'],
  ['.netrc', 'machine example.org login me password x\n'],
  ['private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n'],
  ['private key', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n'],
  ['private key', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQ\n'],
])('a %s is refused: %j', (what, text) => expect(refusedAsCredentials(text)).toContain(what));

test.each([
  '{"ociVersion": "1.0.2", "annotations": {"auths": "x"}, "auths": {}}',
  'apiVersion: v1\nkind: Pod\nspec: {}\n',
  'runc: -----BEGIN RSA PRIVATE KEY----- was found\n',
])('%j is none', (text) => expect(refusedAsCredentials(text)).toBeUndefined());
