/** Runs once as the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  // What is wrong with the settings is told now, not with the first large document.
  const { bucketSettings } = await import('./lib/environment');
  bucketSettings();
  const { sweepRegularly } = await import('./lib/cases/sweep');
  sweepRegularly();
}
