// Asks for the health of a server ten times a second, in a process of its own, until its input ends: prints the times in
// milliseconds as JSON. node probe.mjs URL
const [url] = process.argv.slice(2);
const times = [];
let going = true;
process.stdin.on('end', () => (going = false)).resume();
while (going) {
  const began = performance.now();
  const ok = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(30_000) }).then(async (answer) => (await answer.arrayBuffer(), answer.ok), () => false);
  times.push(ok ? performance.now() - began : 30_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
process.stdout.write(JSON.stringify(times));
