import type { Places } from '../system/standard-system';
import { applyOperation } from '../system/operations';
import { systemFromTemplate } from '../system/system-tree';
import { coverage } from './coverage';
import { expectationsOf } from './library/index';
import type { CoverageStandard } from './expectation';
import { nextBestSteps, type StepFacts } from './next-best-steps';

const system = systemFromTemplate('gb-t-15496-2017');

/** Every node answers one item, that of the chief the one that weighs most in these tests. */
const itemsOf = (node: string): readonly string[] =>
  node === 'GW1.1' ? ['2.18.1'] : [`item of ${node}`];

function facts(
  standards: readonly CoverageStandard[],
  places: Places = new Map(),
  more: Partial<StepFacts> = {},
): StepFacts {
  const found = coverage(system, places, standards, 'manufacturing');
  return { system, places, standards, coverage: found, itemsOf, ...more };
}

const entry = (id: string, title: string, more: object = {}): CoverageStandard => ({
  id,
  number: `Q/ABC ${id}-2024`,
  title,
  level: 'enterprise',
  isPlanned: false,
  ...more,
});

/** A register with every expected document, each in its node. */
function whole(): { readonly standards: CoverageStandard[]; readonly places: Places } {
  const expected = expectationsOf('gb-t-15496-2017', 'manufacturing');
  const standards = expected.map(({ id, title, number, level }): CoverageStandard => ({
    id,
    number: number ?? '',
    title: title['zh-CN'],
    level: level === 'external' ? 'national' : 'enterprise',
    isPlanned: false,
  }));
  return { standards, places: new Map(expected.map(({ id, node }) => [id, [node]])) };
}

describe('the next best steps', () => {
  it('begin with creating a system where there is none', () => {
    const steps = nextBestSteps({
      ...facts([entry('1', '采购控制程序')]),
      system: null,
      coverage: null,
    });
    expect(steps.map(({ kind }) => kind)).toEqual(['create_system']);
    expect(steps[0]?.reason['zh-CN']).toContain('1 项标准');
  });

  it('ask for places first, then for trims, then for essential documents', () => {
    const kinds = nextBestSteps(facts([entry('1', '采购控制程序')])).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['place_standards', 'decide_trims']);
    expect(['write_standard', 'adopt_standard']).toContain(kinds[2]);
    expect(kinds.indexOf('add_usual')).toBeGreaterThan(kinds.lastIndexOf('write_standard'));
  });

  it('name a branch that may be trimmed by its top only, and not once somebody keeps it', () => {
    const trims = nextBestSteps(facts([]))[0]?.nodes ?? [];
    expect(trims).toContain('CP2');
    expect(trims).not.toContain('CP2.1');
    const before = facts([]);
    const { state } = applyOperation(
      { system, places: new Map() },
      { op: 'keep', keys: trims, isKept: true },
    );
    const kept = nextBestSteps({ ...before, system: state.system });
    expect(kept.flatMap(({ kind, nodes }) => (kind === 'decide_trims' ? nodes : []))).toEqual([]);
  });

  it('order missing essential documents by their share of the points that wait for the node', () => {
    const pointsOf = (item: string): number => (item.startsWith('2.18') ? 500 : 1);
    const essential = nextBestSteps(facts([], new Map(), { pointsOf })).filter(
      ({ kind }) => kind === 'write_standard' || kind === 'adopt_standard',
    );
    const inNode = (node: string | undefined) =>
      essential.filter(({ nodes }) => nodes[0] === node).length;
    const shares = essential.map(({ nodes, points }) => (points ?? 0) / inNode(nodes[0]));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(essential[0]).toMatchObject({ expectation: 'GW1.1/post-chief', points: 500 });
  });

  it('ask to replace what is withdrawn and to finish what is planned', () => {
    const places = new Map([['1', ['CP3.2']]]);
    const old = nextBestSteps(facts([entry('1', '采购控制程序', { isOutdated: true })], places));
    expect(old.find(({ kind }) => kind === 'replace_withdrawn')?.standards).toEqual(['1']);
    const planned = nextBestSteps(facts([entry('1', '采购控制程序', { isPlanned: true })], places));
    const finish = planned.find(({ kind }) => kind === 'finish_planned');
    expect(finish).toMatchObject({ expectation: 'CP3.2/purchase-control', standards: ['1'] });
  });

  it('end with keeping it up where everything is there and in force', () => {
    const { standards, places } = whole();
    const found = coverage(system, places, standards, 'manufacturing');
    const open = found.byExpectation.filter(({ state }) => state !== 'present');
    expect(open.map(({ expectation }) => expectation.id)).toEqual([]);
    expect(nextBestSteps(facts(standards, places)).map(({ kind }) => kind)).toEqual(['keep_up']);
  });

  it('give every step a reason without gaps, in both languages', () => {
    const old = entry('1', '采购控制程序', { isOutdated: true });
    for (const { reason } of nextBestSteps(facts([old]))) {
      expect(reason['zh-CN']).toMatch(/[。]$/u);
      expect(reason.en).toMatch(/\.$/u);
      expect(reason['zh-CN'] + reason.en).not.toMatch(/undefined|null|NaN/u);
    }
  });
});
