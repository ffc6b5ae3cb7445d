import { seeded } from '../seeded';

/** What a person or a program does; every one but the first needs the case that an upload opened. */
export type Act = 'create' | 'diagnose' | 'read' | 'document' | 'attempt' | 'delete';
/** What is uploaded: a config with the line that failed, a bundle of the collector, a log of a megabyte. */
export type Kind = 'paste' | 'bundle' | 'log';

/** Something that happens at a moment of the day. */
export interface Happening {
  /** Milliseconds after the begin of the replay. */
  readonly at: number;
  readonly act: Act;
  /** Which upload of the day, from 0 on. */
  readonly upload: number;
  readonly kind: Kind;
}

/** An assumption, as all of these are: mostly pasted lines, a bundle in three, a large log in twenty. */
function kindOf(random: number): Kind {
  return random < 0.6 ? 'paste' : random < 0.95 ? 'bundle' : 'log';
}

/** What follows an upload: how often on average, and within which part of the day. */
const follows: readonly { readonly act: Act; readonly times: number; readonly within: number }[] = [
  { act: 'diagnose', times: 0.5, within: 0.01 },
  { act: 'read', times: 3, within: 0.2 },
  { act: 'document', times: 1, within: 0.1 },
  { act: 'attempt', times: 0.2, within: 0.1 },
  { act: 'delete', times: 0.05, within: 0.3 },
];

/** The share of the day's mean at a moment from 0 to 1: quiet at 3 o'clock, four times as much at 15. */
export function busyness(moment: number): number {
  return 1 + 0.6 * Math.sin(2 * Math.PI * (moment - 9 / 24));
}

/** The happenings of a day of so many uploads, shrunk to so many seconds; the same for the same seed. In the order of their time. */
export function dayOf({ seed, uploads, seconds }: { seed: number; uploads: number; seconds: number }): Happening[] {
  const random = seeded(seed);
  const day = seconds * 1000;
  const happenings: Happening[] = [];
  for (let upload = 0; upload < uploads; upload++) {
    let moment = random();
    // Moments of quiet hours are thrown away as often as those hours are quieter than the busiest.
    while (random() * 1.6 > busyness(moment)) moment = random();
    const kind = kindOf(random());
    happenings.push({ at: moment * day, act: 'create', upload, kind });
    for (const { act, times, within } of follows) {
      const count = Math.floor(times) + (random() < times % 1 ? 1 : 0);
      for (let one = 0; one < count; one++) happenings.push({ at: Math.min(1, moment + 0.005 + random() * within) * day, act, upload, kind });
    }
  }
  return happenings.toSorted((a, b) => a.at - b.at);
}
