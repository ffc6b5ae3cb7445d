import type { RenderedReport } from '../../lib/diagnosis/report';
import { steps, type Step } from '../../lib/diagnosis/steps';

const names: Readonly<Record<Step, string>> = {
  'admit-pod': 'pod accepted',
  'allocate-ids': 'IDs given out',
  'unpack-image': 'image unpacked',
  'read-config': 'config read',
  'create-namespaces': 'namespaces made',
  'write-id-maps': 'IDs mapped',
  'prepare-rootfs': 'rootfs reached',
  mount: 'mounts made',
  'finish-isolation': 'isolation finished',
  'start-process': 'process executed',
  run: 'running',
};

interface Props {
  readonly report: RenderedReport;
  /** Names it where there are two. */
  readonly side?: string;
  readonly heading?: string;
}

/** How far the start got: steps that lines prove passed, the one at which it stopped, and those not reached. */
export function Ladder({ report, side, heading = 'How far the start got' }: Props) {
  const id = `how-far${side ?? ''}`;
  const { reached } = report;
  if (!reached) return null;
  const passed = new Set(reached.passed.map(({ step }) => step));
  const stopped = report.started !== true && report.verdict !== 'healthy';
  const at = steps.indexOf(reached.step);
  const state = (step: Step) => {
    if (step === reached.step) return stopped ? 'stopped here' : 'passed';
    if (passed.has(step)) return 'passed';
    return steps.indexOf(step) < at ? 'before it' : 'not reached';
  };
  const tones: Readonly<Record<string, string>> = { 'stopped here': 'bg-stop', passed: 'bg-good', 'before it': 'bg-good-line', 'not reached': 'bg-line' };
  return (
    <section className="mt-7" aria-labelledby={id}>
      <h2 id={id} className="text-[12px] font-medium text-ink-3">
        {heading}
        {side === undefined ? null : <span className="sr-only">: {side}</span>}
      </h2>
      <ol className="mt-2 grid grid-cols-11 gap-[3px]">
        {steps.map((step) => (
          <li key={step} className={`h-1.5 rounded-xs ${tones[state(step)] ?? 'bg-line'}`}>
            <span className="sr-only">
              {names[step]}: {state(step)}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-1.5 text-[12.5px] text-ink-3">
        {reached.passed.length > 0 ? `Shown by lines: ${reached.passed.map(({ step }) => names[step]).join(', ')}. ` : ''}
        {stopped ? <strong className="font-semibold text-stop">Stopped before: {names[reached.step]}</strong> : `Reached: ${names[reached.step]}`}
      </p>
    </section>
  );
}
