import { describe, expect, test } from 'vitest';
import { causes } from '../diagnosis/causes/index';
import { compareNodes } from './fleet';
import { fleetText } from './fleet-text';
import { groupUpgrades } from './group-upgrades';
import { nodesOf } from './nodes';
import { oddFirst } from './odd-first';
import { exampleFleet } from '../examples/fleet';

const fleet = compareNodes(nodesOf(exampleFleet().map(({ name, text }) => ({ name: `fleet.tgz/${name}`, text }))));

test('the nodes are the folders of the archive', () => {
  expect(fleet.nodes).toHaveLength(40);
  expect(fleet.nodes[0]).toBe('node-01');
});

test('the odd ones come first, each with its nodes and where it stands', () => {
  const kernel = fleet.odd.find(({ fact, name }) => fact === 'versions' && name === 'linux');
  expect(kernel?.values[0]).toEqual({ value: '5.10.0-21-amd64', nodes: ['node-03', 'node-17', 'node-22'], seen: 'bundle.txt:2' });
  expect(kernel?.values[1]?.nodes).toHaveLength(37);
  const counts = fleet.odd.map(({ values }) => values[0]?.nodes.length ?? 0);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(fleet.odd.some(({ fact, name }) => fact === 'subuids' || name === 'nothing')).toBe(false);
});

test('a requirement that one node fails stands before all others, in a cell a node', () => {
  const [first] = fleet.requirements;
  expect(first?.cells.filter((cell) => cell === 'fails')).toHaveLength(1);
  expect(first?.cells[30]).toBe('fails');
  expect(fleet.requirements.every(({ cells }) => cells.length === 40)).toBe(true);
});

describe('the planner', () => {
  const planned = (node: string) => fleet.upgrades.find((one) => one.node === node)?.upgrades ?? [];
  test('takes the smallest step that rules a cause out, with its source', () => {
    const [containerd] = planned('node-40').filter(({ program, to }) => program === 'containerd' && to === '2.0.0');
    expect(containerd).toMatchObject({ version: '1.7.2', unlocks: expect.arrayContaining([{ cause: 'containerd-lacks-userns', sources: causes['containerd-lacks-userns'].references.map(({ url }) => url) }]) });
    expect(planned('node-40').some(({ program }) => program === 'runc')).toBe(true);
  });
  test('says of an older kernel what a newer one can, and of no node what it has', () => {
    const older = new Set(planned('node-03').filter(({ program }) => program === 'linux').flatMap(({ unlocks }) => unlocks.map(({ cause }) => cause)));
    const usual = new Set(planned('node-01').filter(({ program }) => program === 'linux').flatMap(({ unlocks }) => unlocks.map(({ cause }) => cause)));
    expect(older.size).toBeGreaterThan(usual.size);
    expect(planned('node-01').some(({ program }) => program === 'containerd')).toBe(false);
  });
});

test('the nodes that fail something, then those that are not as most are, stand first', () => {
  const names = oddFirst(fleet).map((index) => fleet.nodes[index]);
  expect(names[0]).toBe('node-31');
  expect(names.slice(1, 5).toSorted()).toEqual(['node-03', 'node-17', 'node-22', 'node-40']);
  expect(names.toSorted()).toEqual(fleet.nodes.toSorted());
});

test('equal upgrades are one, with all their nodes', () => {
  const groups = groupUpgrades(fleet);
  expect(groups.find(({ program, to }) => program === 'containerd' && to === '2.0.0')?.nodes).toEqual(['node-40']);
  expect(groups.filter(({ program, version }) => program === 'linux' && version.startsWith('5.10')).every(({ nodes }) => nodes.length === 3)).toBe(true);
  expect(groups.reduce((sum, { nodes }) => sum + nodes.length, 0)).toBe(fleet.upgrades.reduce((sum, { upgrades }) => sum + upgrades.length, 0));
});

test('a text for the terminal, in both languages', () => {
  const text = fleetText(fleet, 'en');
  expect(text).toContain('3 of 40  5.10.0-21-amd64  node-03 node-17 node-22 (bundle.txt:2)');
  expect(text).toContain('1 of 40  containerd 1.7.2 → 2.0.0');
  expect(fleetText(fleet, 'zh')).toContain('40 个中的 3 个');
});

test.each([
  [[], []],
  [['a.txt', 'b.txt'], ['a', 'b']],
  [['x.tgz/all/a.txt', 'x.tgz/all/b.log'], ['a', 'b']],
  [['x.tgz/a/config.json', 'x.tgz/a/run.log', 'x.tgz/b/run.log'], ['a', 'b']],
  [['x.tgz/a.txt'], ['a']],
])('%j are the nodes %j', (names, nodes) => {
  expect(nodesOf(names.map((name) => ({ name, text: '' }))).map(({ name }) => name)).toEqual(nodes);
});
