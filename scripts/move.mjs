// npm run move -- --from ADDRESS --to ADDRESS: all cases from one database to another; an address is postgres://… or
// file:FOLDER. May be stopped and run again: what is there already is not written twice. Run once while the server works
// and once more after it was stopped, the service is away for the second, short run alone. Ends with status 1 where
// anything differs in the end.
import { pathToFileURL } from 'node:url';
import { openStore } from './stores/case-store.mjs';
import { compareStores, copyCases } from './stores/copy-cases.mjs';

/** Gives what was written and what was the same, and, where it was not stopped by `told`, what was compared. */
export async function move(fromAddress, toAddress, told) {
  const from = await openStore(fromAddress);
  try {
    const to = await openStore(toAddress, { mayBeNew: true });
    try {
      const copied = await copyCases(from, to, told);
      if (copied.stopped) return copied;
      await to.writeCounters(await from.counters());
      await to.writeLooseObjects(await from.looseObjects());
      return { ...copied, ...(await compareStores(from, to)), objects: await to.objects() };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
  const [from, to] = [option('--from'), option('--to')];
  let wanted = true;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (wanted = false));
  try {
    if (!from || !to) throw new Error('name both: npm run move -- --from file:data --to postgres://…');
    const began = Date.now();
    const { written, same, deletedThere, stopped, equal, differing, objects } = await move(from, to, (figures) => {
      process.stderr.write(`\r${figures.written + figures.same + figures.deletedThere} cases`);
      return wanted;
    });
    process.stderr.write('\n');
    console.log(`${written} cases written, ${same} there already, ${deletedThere} deleted there and left so; ${((Date.now() - began) / 1000).toFixed(1)} s`);
    if (stopped) {
      console.log('Stopped. The same command goes on where it ended.');
      process.exitCode = 130;
    } else {
      console.log(`${equal} cases are equal by content, ${differing.length} differ`);
      if (objects > 0) console.log(`${objects} documents lie in the bucket of S3_BUCKET and stay there: start the server with the same one`);
      for (const id of differing) console.error(`differs: ${id}`);
      process.exitCode = differing.length > 0 ? 1 : 0;
    }
  } catch (error) {
    console.error(`Not moved: ${error.message}`);
    process.exitCode = 1;
  }
}
