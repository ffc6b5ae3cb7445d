import { causes } from '../diagnosis/causes/index';
import type { CauseId } from '../diagnosis/cause-ids';
import type { Language } from '../diagnosis/sentence';
import { compareTexts } from '../fleet/compare-texts';
import type { Fleet } from '../fleet/fleet';
import { fleetText } from '../fleet/fleet-text';
import { groupUpgrades, type GroupedUpgrade } from '../fleet/group-upgrades';
import { oddFirst } from '../fleet/odd-first';
import { makeUnique } from '../intake/names';
import type { NamedText } from '../redaction/redact';
import { refusalIn } from '../report/refusals';
import { openFile } from './open-file';

export interface FleetAsk {
  readonly language: Language;
  /** Archives with the bundles of many nodes, or one bundle a file. */
  readonly files: readonly File[];
  /** Bundles that are texts already. */
  readonly texts: readonly NamedText[];
}

export interface FleetAnswer {
  readonly fleet: Fleet;
  /** Places in `fleet.nodes`, the odd ones first. */
  readonly order: readonly number[];
  readonly upgrades: readonly GroupedUpgrade[];
  /** What the causes that are spoken of are called. */
  readonly names: Readonly<Partial<Record<CauseId, string>>>;
  /** All of it as plain text. */
  readonly text: string;
  readonly refused: readonly { readonly name: string; readonly why: string }[];
}

/** What is opened at once: some hundred nodes, on the reader's own machine. */
const most = { bytes: 256 * 1024 * 1024, members: 4000 };

// Archives are opened here and not on the server: nothing of a fleet is sent.
addEventListener('message', ({ data }: MessageEvent<FleetAsk>) => {
  void answer(data).then((message) => postMessage(message));
});

async function answer({ language, files, texts }: FleetAsk): Promise<FleetAnswer> {
  const opened = (await Promise.all(files.map((file) => openFile(file, most)))).flat();
  const readable = [...opened.flatMap((one) => ('text' in one ? [one] : [])), ...texts];
  const unique = makeUnique(readable.map(({ name }) => name));
  const fleet = compareTexts(readable.map(({ text }, index) => ({ name: unique[index] ?? '', text })));
  const upgrades = groupUpgrades(fleet);
  const spoken = new Set([...fleet.requirements.map(({ cause }) => cause), ...upgrades.flatMap(({ unlocks }) => unlocks.map(({ cause }) => cause))]);
  return {
    fleet,
    order: oddFirst(fleet),
    upgrades,
    names: Object.fromEntries([...spoken].map((cause) => [cause, causes[cause].words[language].name ?? cause])),
    text: fleetText(fleet, language),
    refused: opened.flatMap((one) => ('refused' in one ? [{ name: one.name, why: refusalIn(language, one.refused) }] : [])),
  };
}
