import { exitStatus } from './exit-status';
import { Failure } from './failure';
import { run } from './run';
import { still } from '../report/still';

/** The program `userns-doctor`: the entry of the bundle that scripts/build-cli.mjs makes. */
async function main(): Promise<void> {
  // Who reads through `head` or `less` may stop early.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  try {
    const { status, out, remark } = await run(process.argv.slice(2), process.env);
    process.exitCode = status;
    process.stdout.write(out);
    if (remark !== undefined) process.stderr.write(`userns-doctor: ${remark}\n`);
  } catch (error) {
    const known = error instanceof Failure;
    process.exitCode = known ? error.status : exitStatus.software;
    // No stack: it tells nothing to who diagnoses a container.
    process.stderr.write(`userns-doctor: ${still(error instanceof Error ? error.message : String(error))}\n`);
  }
}

void main();
