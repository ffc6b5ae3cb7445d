// Finds a Chromium for the browser tests, and gets one where there is none.
import { existsSync } from 'node:fs';
import { installPackages } from './apt.mjs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a browser: CHROMIUM_PATH, one of the system, Debian's package as root, else the one that npm carries. */
export async function findBrowser() {
  const known = [process.env.CHROMIUM_PATH, ...usual].find((path) => path && existsSync(path));
  if (known) return known;
  const installed = installPackages(['chromium']) ? usual.find((path) => existsSync(path)) : undefined;
  if (installed) return installed;
  // With this name in the environment it brings the libraries that a bare system lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
