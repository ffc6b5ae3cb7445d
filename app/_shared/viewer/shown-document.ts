export type { ShownEvidence } from '../../../lib/report/source-windows';

/** A document as the evidence pane lists it; its text is fetched when it is opened. */
export interface ShownDocument {
  readonly name: string;
  readonly kind: string;
  readonly form: 'cfg' | 'log';
  readonly lines: number;
  /** Its bytes where it is large and read window by window; absent where it is fetched whole. */
  readonly large?: number;
}

/** Configs are shown as trees; everything else as lines. */
export function formOf(kind: string): ShownDocument['form'] {
  return ['oci-config', 'json', 'pod', 'toml', 'runtime-features', 'kubelet-config', 'events', 'cri-info', 'container-inspect', 'containerd-config'].includes(kind) ? 'cfg' : 'log';
}
