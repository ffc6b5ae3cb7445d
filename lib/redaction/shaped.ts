import { secretIn, type Secret, type SecretKind } from './secret';

/**
 * Tokens that tell by their first characters whose they are; each issuer documents its prefix. Every run is bounded,
 * so that hostile text costs linear time.
 */
export const tokenShapes: Readonly<Record<string, string>> = {
  'AWS access key': '(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}',
  'GitHub token': 'gh[pousr]_[A-Za-z0-9]{20,255}',
  'GitHub fine-grained token': String.raw`github_pat_\w{20,255}`,
  'GitLab token': String.raw`(?:glpat|gldt|glrt|glcbt|glptt|glft|glsoat|glagent|gloas)-[\w-]{20,255}`,
  'GitLab runner registration': String.raw`GR1348941[\w-]{20,64}`,
  'Slack token': 'xox[abeoprs]-[A-Za-z0-9-]{10,255}',
  'Slack app token': 'xapp-[A-Za-z0-9-]{10,255}',
  'Google API key': String.raw`AIza[\w-]{35}`,
  'Google OAuth secret': String.raw`GOCSPX-[\w-]{20,64}`,
  'Google OAuth token': String.raw`ya29\.[\w-]{20,2048}`,
  'npm token': 'npm_[A-Za-z0-9]{36}',
  'PyPI token': String.raw`pypi-[\w-]{50,1024}`,
  'RubyGems key': 'rubygems_[0-9a-f]{48}',
  'crates.io token': 'cio[A-Za-z0-9]{32}',
  'Docker Hub token': String.raw`dckr_(?:pat|oat)_[\w-]{20,255}`,
  'Vault token': String.raw`hv[sbr]\.[\w-]{20,512}`,
  'Terraform Cloud token': String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,80}`,
  'DigitalOcean token': 'do[opr]_v1_[0-9a-f]{64}',
  'Stripe key': '[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}',
  'Stripe webhook secret': 'whsec_[A-Za-z0-9+/=]{24,255}',
  'SendGrid key': String.raw`SG\.[\w-]{16,64}\.[\w-]{16,128}`,
  'Twilio key': 'SK[0-9a-f]{32}',
  'Mailgun key': 'key-[0-9a-f]{32}',
  'Mailchimp key': '[0-9a-f]{32}-us[0-9]{1,2}',
  'OpenAI key': String.raw`sk-(?:proj-|svcacct-|admin-)?[\w-]{20,255}`,
  'Hugging Face token': 'hf_[A-Za-z0-9]{30,64}',
  'Databricks token': 'dapi[0-9a-f]{32}',
  'New Relic key': 'NR(?:AK|JS|II|RA)-[A-Za-z0-9-]{20,64}',
  'Grafana token': 'gl(?:sa|c)_[A-Za-z0-9+/=_]{20,512}',
  'Sentry token': 'sntry[su]_[A-Za-z0-9+/=_]{20,512}',
  'Linear key': 'lin_api_[A-Za-z0-9]{32,64}',
  'Notion token': 'ntn_[A-Za-z0-9]{40,64}',
  'Postman key': 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}',
  'Shopify token': 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}',
  'Square token': String.raw`sq0[ac]tp-[\w-]{22,64}|sq0csp-[\w-]{43}`,
  'Telegram bot token': String.raw`[0-9]{8,10}:AA[\w-]{33}`,
  'Heroku key': String.raw`HRKU-[\w-]{36,64}`,
  'Fly.io token': String.raw`fm2_[A-Za-z0-9+/=_-]{40,1024}`,
  'Doppler token': String.raw`dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9]{40,64}`,
  'Pulumi token': 'pul-[0-9a-f]{40}',
  'Artifactory key': 'AKC[pb][A-Za-z0-9]{60,80}',
  'age secret key': 'AGE-SECRET-KEY-1[0-9A-Z]{58}',
  'Azure client secret': String.raw`[\w~.-]{3}[0-9]Q~[\w~.-]{31,34}`,
  'Alibaba access key': 'LTAI[A-Za-z0-9]{12,24}',
  'Atlassian token': 'ATATT3[A-Za-z0-9+/=_-]{40,255}',
  'Bitbucket token': 'ATBB[A-Za-z0-9]{32}',
  'CircleCI token': 'CCIPAT_[A-Za-z0-9_]{40,80}',
  'Netlify token': 'nfp_[A-Za-z0-9]{36,64}',
  'Supabase token': 'sbp_[0-9a-f]{40}',
  'PlanetScale token': String.raw`pscale_(?:tkn|oauth|pw)_[\w.=-]{32,64}`,
  'Dynatrace token': String.raw`dt0[a-z][0-9]{2}\.[A-Z2-7]{24}\.[A-Z2-7]{64}`,
  'OpenShift token': String.raw`sha256~[\w-]{43}`,
  'Tailscale key': 'tskey-[a-z]{2,12}-[A-Za-z0-9-]{10,128}',
  'Rancher token': 'token-[a-z0-9]{5}:[a-z0-9]{54}',
  'JWT': String.raw`eyJ[\w-]{8,4096}\.[\w-]{8,4096}\.[\w-]{0,4096}`,
  // `eyJ` in base64 once more, as registries log it.
  'JWT in base64': 'ZXlK[A-Za-z0-9+/=_-]{40,8192}',
};

/** Shapes that begin like any word, with the part that tells them: without it they are not looked for, which would be most of the time. */
const toldLater: Readonly<Record<string, RegExp>> = { 'Azure client secret': /\dQ~/, 'Terraform Cloud token': /\.atlasv1\./, 'Mailchimp key': /-us\d/, 'Telegram bot token': /:AA[\w-]{33}/ };

const jwt = /^(?:eyJ|ZXlK)/;
const asSecret = (shapes: readonly string[]) => new RegExp(`(?<![A-Za-z0-9])(?<secret>${shapes.join('|')})`, 'gd');
const anyPrefixed = asSecret(Object.entries(tokenShapes).flatMap(([name, shape]) => (toldLater[name] ? [] : [shape])));
const later = Object.entries(toldLater).map(([name, part]) => ({ part, pattern: asSecret([tokenShapes[name] ?? '']) }));

/** Secrets by the place they stand in. */
const placed: readonly (readonly [SecretKind, RegExp])[] = [
  ['token', /\bauthorization\\{0,4}["']?[ \t]{0,4}[:=][ \t]{0,4}\\{0,4}["'[]{0,2}(?:bearer|basic|token|digest|negotiate)[ \t]{1,4}(?<secret>[\w.~+/=-]{4,8192})/gid],
  ['token', /\bbearer[ \t]{1,4}(?<secret>[\w.~+/=-]{16,8192})/gid],
  ['token', /\bx-registry-(?:auth|config)\\{0,4}["']?[ \t]{0,4}[:=][ \t]{0,4}\\{0,4}["'[]{0,2}(?<secret>[\w+/=-]{8,8192})/gid],
  ['cookie', /(?<![\w-])(?:set-)?cookie\\{0,4}["']?[ \t]{0,4}[:=][ \t]{0,4}\\{0,4}["'[]{0,2}(?<secret>[\w!#$%&*+.^`|~-]{1,128}=[^\s"'\\][^"'\\\r\n]{0,4095})/gid],
  // scheme://user:password@host, and a token in the place of the user.
  ['password', /:\/\/(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/:@"'\\]{0,128}:(?<secret>[^\s/@"'\\]{1,256})@/gid],
  ['token', /\bhttps:\/\/(?<secret>[^\s/:@"'\\.]{16,256})@/gid],
  ['token', /\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[\w/-]{20,128})/gid],
  ['token', /\bhttps:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/(?<secret>[\w/-]{20,128})/gid],
  // A shared access signature of Azure, a signed address of S3 or GCS.
  ['token', /[?&;](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Amz-Credential|X-Goog-Signature|Signature)=(?<secret>[\w%.~+/=-]{8,4096})/gid],
  ['token', /\bAccountKey=(?<secret>[\w+/=]{20,128})/gid],
  ['token', /\blistenerMetadata\\{0,4}"\s{0,40}:\s{0,40}\\{0,4}"(?<secret>[^"\\\n]{1,4096})/gd],
  ['password', /\bmachine[ \t]{1,8}\S{1,253}[ \t]{1,8}login[ \t]{1,8}\S{1,128}[ \t]{1,8}password[ \t]{1,8}(?<secret>\S{1,256})/gd],
  ['password', /\bsshpass[ \t]{1,4}-p[ \t]{0,4}["']?(?<secret>[^\s"']{1,256})/gd],
  ['password', /\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n|;]{0,200}?[ \t]-p(?<secret>[^\s"'-][^\s"']{0,255})/gd],
  ['password', /\bcurl\b[^\n|;]{0,400}?[ \t](?:-u|--user)[ \t=]{1,4}["']?[^\s:"']{1,128}:(?<secret>[^\s"']{1,256})/gd],
  ['password', /\blogin\b[^\n|;]{0,200}?[ \t]-p[ \t]{1,4}["']?(?<secret>[^\s"']{1,256})/gd],
  // An option and its value as two strings of process.args; ports and paths are none.
  ['password', /"-p"\s{0,40},\s{0,40}"(?<secret>(?!\d{1,5}(?:[:/"-]|$)|[/.:])[^"\\\n]{1,256})"/gd],
];

/** `kubeadm join --token abcdef.0123456789abcdef`, found by its dot: six letters stand everywhere. */
const bootstrapToken = /\.(?<=(?<![\w.])[a-z0-9]{6}\.)[a-z0-9]{16}(?![\w.])/g;

function findBootstrapTokens(text: string): Secret[] {
  return [...text.matchAll(bootstrapToken)].map(({ index, 0: { length } }) => ({ start: index - 6, end: index + length, kind: 'token' }));
}

/** Tokens by their shape and secrets by their place, wherever they stand. */
export function findShaped(text: string): Secret[] {
  const patterns = [anyPrefixed, ...later.flatMap(({ part, pattern }) => (part.test(text) ? [pattern] : []))];
  const tokens = patterns.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => secretIn(match, jwt.test(match.groups?.secret ?? '') ? 'jwt' : 'token'));
  return [...tokens, ...findBootstrapTokens(text), ...placed.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].flatMap((match) => secretIn(match, kind)))];
}
