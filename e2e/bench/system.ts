/**
 * A standard system of 400 nodes with 500 and with 5,000 standards: the functions behind its page, and the API. Growth
 * is the time at 5,000 over the time at 500; ten times the entries in near linear time is about ten, or less.
 */
/* eslint-disable @nx/enforce-module-boundaries -- measures libraries and the screens' models from inside; nothing depends on this folder */
import {
  applyOperations,
  countStandards,
  coverage,
  createPlacer,
  expectationsOf,
  keyTree,
  layoutStructureDiagram,
  statistics,
  systemFromTemplate,
  systemTree,
  type CoverageStandard,
  type ListedStandard,
  type Places,
  type StandardSystem,
  type SystemOperation,
} from '@liangxing/system-structure';
import {
  branchTallies,
  standardsByNode,
  treeIndexOf,
  treeRows,
} from '../../frontend/src/app/features/systems/tree-model';
import { median, milliseconds, reasonOf, report, seededRandom, type BenchRow } from './measure';
import { call, importRegister, startProduct, type Product } from './product';
import { registerWorkbook } from './workbook';

const NODES = 400;
const SIZES = [500, 5_000] as const;
const TEMPLATE = 'gb-t-15496-2017';
const AIM = { atMost: 12 };
const titles = expectationsOf(TEMPLATE, 'manufacturing').map(({ title }) => title['zh-CN']);

/** Own nodes below the template's leaves, until there are `NODES`. */
function ownNodes({ nodes }: Pick<StandardSystem, 'nodes'>): SystemOperation[] {
  const parents = new Set(nodes.map(({ parent }) => parent));
  const leaves = nodes.filter(({ key }) => !parents.has(key));
  return Array.from({ length: Math.max(0, NODES - nodes.length) }, (_, at) => ({
    op: 'add' as const,
    key: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    parent: leaves[at % leaves.length]?.key ?? null,
    name: { 'zh-CN': `自建类别${at + 1}`, en: `Own class ${at + 1}` },
  }));
}

interface Register {
  readonly system: StandardSystem;
  readonly places: Places;
  readonly standards: readonly (CoverageStandard & ListedStandard)[];
}

function registerOf(size: number): Register {
  const random = seededRandom(3);
  const empty = { system: systemFromTemplate(TEMPLATE), places: new Map() };
  const { system } = applyOperations(empty, ownNodes(empty.system)).state;
  const standards = Array.from({ length: size }, (_, at) => {
    const isOwn = at % 3 !== 0;
    const year = 2000 + Math.floor(random() * 24);
    return {
      id: `s${at}`,
      number: isOwn ? `Q/SZLX ${10_000 + at}-${year}` : `GB/T ${10_000 + at}-${year}`,
      title: `${titles[at % titles.length] ?? ''} ${at}`,
      level: isOwn ? ('enterprise' as const) : ('national' as const),
      nodes: [system.nodes[Math.floor(random() * system.nodes.length)]?.key ?? ''],
      isPlanned: random() < 0.1,
      isOutdated: random() < 0.05,
    };
  });
  return { system, standards, places: new Map(standards.map(({ id, nodes }) => [id, nodes])) };
}

type Work = (register: Register) => unknown;

const WORKS: Readonly<Record<string, Work>> = {
  'open the tree, every branch': ({ system, places, standards }) => {
    const index = treeIndexOf(system);
    const planned = new Set(standards.filter(({ isPlanned }) => isPlanned).map(({ id }) => id));
    const outdated = new Set(standards.filter(({ isOutdated }) => isOutdated).map(({ id }) => id));
    branchTallies(
      index,
      places,
      (id) => planned.has(id),
      (id) => outdated.has(id),
    );
    standardsByNode(places);
    return treeRows(system, index, new Set(index.byKey.keys()));
  },
  'filter the tree': ({ system }) => treeRows(system, treeIndexOf(system), new Set(), '类别 7'),
  'statistics and counts': ({ system, standards }) => [
    statistics(standards),
    countStandards(keyTree(system), standards),
  ],
  coverage: ({ system, places, standards }) => coverage(system, places, standards, 'manufacturing'),
  'placing suggestions for half, learned from the other half': ({ system, standards }) => {
    const half = standards.length / 2;
    const placer = createPlacer(keyTree(system), TEMPLATE, standards.slice(0, half));
    return standards.slice(half).map((standard) => placer.suggest(standard));
  },
  'layout of the diagram with counts': ({ system, standards }) =>
    layoutStructureDiagram(systemTree(system), countStandards(keyTree(system), standards), {
      mode: 'block',
      width: 1_600,
    }),
};

/** Time of one call in milliseconds: medians of both sizes taking turns, short works many times over. */
function functionRows(): BenchRow[] {
  const registers = SIZES.map(registerOf);
  return Object.entries(WORKS).map(([what, work]) => {
    const times = SIZES.map((): number[] => []);
    for (let warmUp = 0; warmUp < 3; warmUp += 1) registers.forEach(work);
    const calls = registers.map((register) => {
      const start = performance.now();
      work(register);
      return Math.max(1, Math.min(50, Math.round(20 / (performance.now() - start))));
    });
    for (let round = 0; round < 7; round += 1)
      registers.forEach((register, size) => {
        const start = performance.now();
        for (let repetition = 0; repetition < (calls[size] ?? 1); repetition += 1) work(register);
        times[size]?.push((performance.now() - start) / (calls[size] ?? 1));
      });
    return growthRow(`System of ${NODES} nodes: ${what}`, times.map(median));
  });
}

const growthRow = (what: string, [few = Number.NaN, many = Number.NaN]: number[]): BenchRow => ({
  what: `${what}, growth from 500 to 5,000 standards`,
  ours: `${milliseconds(many)} at 5,000`,
  other: `${milliseconds(few)} at 500`,
  ratio: many / few,
  aim: AIM,
});

/** A register of that size in an organization of its own, its system filled up to 400 nodes, a good half placed. */
async function systemOverApi(product: Product, size: number): Promise<string> {
  const organizationId = await product.newOrganization(`体系 ${size}`);
  const base = `/api/organizations/${organizationId}`;
  const bytes = await registerWorkbook({ rows: size, titles });
  await importRegister({ ...product, organizationId }, bytes, size);
  type Told = Pick<StandardSystem, 'nodes'> & { id: string; version: number };
  const system = await call<Told>(product, `${base}/systems`, { templateId: TEMPLATE });
  const path = `${base}/systems/${system.id}`;
  const { rows } = await call<{ rows: { standardId: string }[] }>(product, `${path}/places`);
  const nodes = system.nodes.map(({ key }) => key);
  const places = Object.fromEntries(
    rows
      .slice(0, Math.round(size * 0.6))
      .map(({ standardId }, at) => [standardId, [nodes[at % nodes.length]]]),
  );
  const operations = [...ownNodes(system), { op: 'place', places }];
  await call(product, `${path}/changes`, { operations }, system.version);
  return path;
}

/** Time of one step: a node gets another name; the answer tells how complete the system is now and what is next. */
async function step(product: Product, path: string, round: number): Promise<number> {
  const { nodes, version } = await call<Pick<StandardSystem, 'nodes'> & { version: number }>(
    product,
    path,
  );
  const name = { 'zh-CN': `改名${round}`, en: `Renamed ${round}` };
  const operations = [{ op: 'rename', key: nodes.at(-1)?.key, name }];
  const start = performance.now();
  const { measure } = await call<{ measure: object | null }>(
    product,
    `${path}/changes`,
    { operations },
    version,
  );
  const took = performance.now() - start;
  if (measure === null) throw new Error('a step did not tell its coverage');
  return took;
}

async function apiRows(): Promise<BenchRow[]> {
  const product = await startProduct();
  try {
    const paths: string[] = [];
    for (const size of SIZES) paths.push(await systemOverApi(product, size));
    const reads: Readonly<Record<string, string>> = {
      'system with counts': '',
      'places of the whole register': '/places',
      coverage: '/coverage',
      'placing suggestions for the unplaced 40 %': '/suggestions',
      'list, statistics and notes as shown': '/documents',
      'statistics as .xlsx': '/documents/statistics/xlsx',
    };
    const rows: BenchRow[] = [];
    for (const [what, rest] of Object.entries(reads)) {
      const times = SIZES.map((): number[] => []);
      for (let round = 0; round < 6; round += 1)
        for (const [size, path] of paths.entries()) {
          const start = performance.now();
          await call(product, path + rest);
          // The first of each warms up.
          if (round > 0) times[size]?.push(performance.now() - start);
        }
      rows.push(growthRow(`System over the API: ${what}`, times.map(median)));
    }
    const steps = SIZES.map((): number[] => []);
    for (let round = 0; round < 10; round += 1)
      for (const [size, path] of paths.entries()) {
        const took = await step(product, path, round);
        if (round > 0) steps[size]?.push(took);
      }
    rows.push(growthRow('System over the API: one step', steps.map(median)));
    return rows;
  } finally {
    await product.stop();
  }
}

const overApi = await apiRows().catch((error: unknown): BenchRow[] => [
  { what: 'System over the API', missing: reasonOf(error) },
]);
report(
  [...functionRows(), ...overApi],
  [
    'Both sizes take turns in one run. Ten times the standards: growth near ten is linear; below it, parts that depend on the nodes only weigh in.',
    'Functions: as the page and the server call them, without drawing and without the database; two thirds own standards with the titles that complete systems hold, each placed once. Over the API: one client, everything of the server on, the answer read to its end.',
  ],
);
