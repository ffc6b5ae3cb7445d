/** Runs once as the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { sweepRegularly } = await import('./lib/cases/sweep');
  sweepRegularly();
}
