/** Runs once as the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { refuseWrongSettings } = await import('./lib/cases/bucket');
  refuseWrongSettings();
  const { offerProbes } = await import('./lib/http/probes');
  offerProbes();
  const { sweepRegularly } = await import('./lib/cases/sweep');
  sweepRegularly();
}
