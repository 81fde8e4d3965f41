/**
 * The catalogue with 400,000 standards: its import, its search over the API against the bare statement, and the
 * currency check of a register of 500 and of 5,000 entries.
 */
/* eslint-disable @nx/enforce-module-boundaries -- runs the product's own statement; nothing depends on this folder */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import {
  SEARCH_STATUSES,
  searchStatement,
  type SearchConditions,
} from '../../backend/src/features/catalogue/search-statement.sql';
import { wordGramsOf } from '../../backend/src/features/catalogue/catalogue-keys';
import { catalogueFile, registerFile } from './catalogue-file';
import { median, milliseconds, reasonOf, report, sideBySide, type BenchRow } from './measure';
import { call, importRegister, startProduct, type Product } from './product';

const ROWS = 400_000;
const SIZES = [500, 5_000] as const;
const REPETITIONS = 9;
/** As the API asks by default. */
const LIMIT = 50;

interface Search {
  readonly what: string;
  readonly query: Readonly<Record<string, string>>;
  /** What the API makes of the query. */
  readonly conditions: Pick<SearchConditions, 'number' | 'words' | 'grams' | 'status' | 'code'>;
}

const none = { number: '', words: [], grams: [], code: '' } as const;
const words = (...conditions: string[]): Search['conditions'] => ({
  number: '',
  code: '',
  words: conditions,
  grams: conditions.flatMap(wordGramsOf),
});

const SEARCHES: readonly Search[] = [
  {
    what: 'a whole number',
    query: { q: 'GB/T 110002' },
    conditions: { ...none, number: 'gbt110002' },
  },
  {
    what: 'the beginning of a number',
    query: { q: '1100' },
    conditions: { ...none, number: '1100' },
  },
  { what: 'one common word', query: { q: '阀门' }, conditions: words('阀门') },
  { what: 'two words', query: { q: '变压器 安全要求' }, conditions: words('变压器', '安全要求') },
  { what: 'a word that no title has', query: { q: '飞艇' }, conditions: words('飞艇') },
  { what: 'one rare character', query: { q: '飞' }, conditions: words('飞') },
  { what: 'nothing, the first page', query: {}, conditions: none },
  ...SEARCH_STATUSES.map((status) => ({
    what: `status ${status}`,
    query: { status },
    conditions: { ...none, status },
  })),
  ...SEARCH_STATUSES.map((status) => ({
    what: `a word and status ${status}`,
    query: { q: '阀门', status },
    conditions: { ...words('阀门'), status },
  })),
];

/** @returns seconds */
async function importCatalogueFile(product: Product): Promise<number> {
  const file = join(product.folder, 'catalogue.csv');
  writeFileSync(file, catalogueFile(ROWS));
  const start = performance.now();
  const program = resolve('backend', 'dist', 'catalogue.js');
  const options = ['import', file, '--source', '测量', '--checked-on', '2026-01-01'];
  await promisify(execFile)(process.execPath, [program, ...options], { env: product.env });
  return (performance.now() - start) / 1_000;
}

async function searchRows(product: Product): Promise<BenchRow[]> {
  const bare = new pg.Client({ connectionString: product.databaseUrl });
  await bare.connect();
  const day = new Date().toISOString().slice(0, 10);
  const base = `/api/organizations/${product.organizationId}/catalogue`;
  try {
    const rows: BenchRow[] = [];
    for (const [at, { what, query, conditions }] of SEARCHES.entries()) {
      const { text, values } = searchStatement(day, { ...conditions, limit: LIMIT });
      const path = `${base}?${new URLSearchParams(query).toString()}`;
      const found = await call<{ rows: unknown[] }>(product, path);
      const same = await bare.query(text, [...values]);
      if (Math.min(same.rows.length, LIMIT) !== found.rows.length)
        throw new Error(`${what}: ${found.rows.length} rows against ${same.rows.length}`);
      const [ours = Number.NaN, other = Number.NaN] = await sideBySide(REPETITIONS, [
        () => call(product, path),
        () => bare.query({ name: `search ${at}`, text, values: [...values] }),
      ]);
      rows.push({
        what: `Catalogue of ${ROWS / 1_000},000: search by ${what} (${found.rows.length} rows)`,
        ours: milliseconds(ours),
        other: `${milliseconds(other)} bare statement`,
        ratio: ours / other,
      });
    }
    return rows;
  } finally {
    await bare.end();
  }
}

/** First page and last page of the report; the first ask of each size warms up. */
async function currencyRows(product: Product): Promise<BenchRow[]> {
  const bare = new pg.Client({ connectionString: product.databaseUrl });
  await bare.connect();
  const registers: { size: number; organizationId: string; base: string }[] = [];
  for (const size of SIZES) {
    const organizationId = await product.newOrganization(`查新 ${size}`);
    await importRegister({ ...product, organizationId }, registerFile(size, ROWS), size, 'csv');
    registers.push({ size, organizationId, base: `/api/organizations/${organizationId}/currency` });
  }
  const change = (organizationId: string): Promise<unknown> =>
    bare.query(
      `UPDATE standards SET note = note WHERE id = (SELECT id FROM standards WHERE organization_id = $1 LIMIT 1)`,
      [organizationId],
    );
  const works: Readonly<Record<string, (base: string, size: number) => Promise<unknown>>> = {
    'first page after the register changed': (base) => call(product, `${base}?limit=100`),
    'first page of 100': (base) => call(product, `${base}?limit=100`),
    'last page of 100': (base, size) => call(product, `${base}?limit=100&offset=${size - 100}`),
    'what is replaced': (base) => call(product, `${base}?limit=100&status=replaced`),
    'check again': (base) => call(product, `${base}/checks`, {}),
  };
  const rows: BenchRow[] = [];
  for (const [what, work] of Object.entries(works)) {
    const times = registers.map((): number[] => []);
    for (let round = 0; round < REPETITIONS; round += 1)
      for (const [at, { base, size, organizationId }] of registers.entries()) {
        if (what.endsWith('changed')) await change(organizationId);
        const start = performance.now();
        await work(base, size);
        if (round > 0) times[at]?.push(performance.now() - start);
      }
    const [small = Number.NaN, large = Number.NaN] = times.map(median);
    rows.push({
      what: `Currency check over the API: ${what}, growth from 500 to 5,000`,
      ours: milliseconds(large),
      other: `${milliseconds(small)} for 500`,
      ratio: large / small,
      aim: { atMost: 12 },
    });
  }
  await bare.end();
  return rows;
}

const product = await startProduct().catch((error: unknown) => reasonOf(error));
if (typeof product === 'string') report([{ what: 'Catalogue', missing: product }], []);
else
  try {
    const seconds = await importCatalogueFile(product);
    const rows = [...(await searchRows(product)), ...(await currencyRows(product))];
    report(rows, [
      `The catalogue holds ${ROWS / 1_000},000 made standards, two editions of each, beside the shipped ones; its import by \`npm run catalogue -- import\` took ${seconds.toFixed(0)} s.`,
      `Search: one client, everything of the server on, ${LIMIT} rows and their replacements in the answer; against it the very statement of the search, prepared once, on one connection, rows not read further. Both take turns.`,
      'Currency check: every standard of the register is in the catalogue. The report is kept in memory until register, catalogue or day change: the first line reads it anew each time. Each page is an answer to its end; growth near ten is linear.',
    ]);
  } catch (error) {
    report([{ what: 'Catalogue', missing: reasonOf(error) }], []);
  } finally {
    await product.stop();
  }
