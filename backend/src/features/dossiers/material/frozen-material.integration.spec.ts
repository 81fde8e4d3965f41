import type { DossierSnapshot } from '@liangxing/dossier';
import { canonicalJson } from '@liangxing/contracts';
import type { Score } from '@liangxing/scoring';
import { build } from 'esbuild';
import Excel from 'exceljs';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantDatabase, type RequestContext } from '../../../kernel';
import { sha256Of } from '../../../kernel/pure';
import { loadSample } from '../../../sample/load-sample';
import { packsFolder, publishShippedSchemes } from '../../../testing/published-schemes';
import { TestApp } from '../../../testing/test-app';
import { ScoredAssessments } from '../../readiness';
import { BuildDossier } from '../use-cases/build-dossier';
import { printMaterial, readMaterial, scoreMaterial, type FrozenMaterial } from '../pure';
import { MaterialReader } from '../material-reader';
import { contentOf, freezeMaterial, type MaterialSource } from './material-source';

const root = join(packsFolder, '../../..');

/** One of the sample's self-evaluations, with the dossier that was made of it. */
interface Evaluation {
  readonly context: RequestContext;
  readonly assessmentId: string;
  readonly kind: string;
}

interface StoredDossier {
  readonly id: string;
  readonly material: string;
  readonly material_sha256: string;
  readonly snapshot: string;
  readonly snapshot_sha256: string;
  readonly sha256: string;
  readonly grade: string | null;
  readonly total: number | null;
}

let app: TestApp;
let evaluations: Evaluation[];

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  const folder = join(root, 'backend/samples');
  await loadSample({ app: app.app, worker: await app.jobs(), folder });
  const rows = await app.database.superuser<{ id: string; tenant: string; kind: string }>(
    `SELECT a.id, a.organization_id AS tenant, s.document ->> 'kind' AS kind FROM assessments a
     JOIN scheme_versions s ON s.id = a.scheme_id AND s.version = a.scheme_version ORDER BY kind`,
  );
  evaluations = [];
  for (const { id, tenant, kind } of rows) {
    const { context } = await app.member(tenant, 'owner');
    evaluations.push({ context, assessmentId: id, kind });
  }
}, 300_000);
afterAll(() => app.stop());

async function stored({ assessmentId }: Evaluation): Promise<StoredDossier> {
  const [row] = await app.database.superuser<StoredDossier>(
    `SELECT * FROM dossiers WHERE assessment_id = $1 AND state = 'ready' ORDER BY number`,
    [assessmentId],
  );
  if (row === undefined) throw new Error('no dossier');
  return row;
}

async function readNow({ context, assessmentId }: Evaluation): Promise<MaterialSource> {
  const measured = await app.app.get(ScoredAssessments).measure(context, assessmentId);
  const source = await app.app
    .get(TenantDatabase)
    .read(context, (manager) =>
      app.app.get(MaterialReader).read(manager, context, assessmentId, '2026-11-23', measured),
    );
  if (source === null) throw new Error('no assessment');
  return source;
}

async function scoreNow({ context, assessmentId }: Evaluation): Promise<Score | undefined> {
  return (await app.app.get(ScoredAssessments).read(context, assessmentId))?.score;
}

/** Answers drawn anew for every item, by the round: also left out with and without consent, and taken back. */
async function answerOtherwise({ assessmentId, kind }: Evaluation, round: number): Promise<void> {
  const judged =
    kind === 'readiness' ? ['met', 'partly', 'not_met'] : ['assessed', 'not_established'];
  const states = [...judged, 'assessed', 'not_applicable', 'not_applicable', 'unanswered'].filter(
    (state) => kind !== 'readiness' || state !== 'assessed',
  );
  await app.database.superuser(
    `UPDATE answers a SET state = drawn.state, approval = CASE
       WHEN drawn.state = 'not_applicable' AND drawn.number % 2 = 0
       THEN '{"by": "省标准化院", "on": "2026-06-30", "document": "〔2026〕7 号"}'::jsonb END
     FROM (SELECT item_id, number, ($3::text[])[1 + number % $4] AS state FROM (
       SELECT item_id, ('x' || substr(md5(item_id || $2), 1, 7))::bit(28)::int AS number
       FROM answers WHERE assessment_id = $1) numbered) drawn
     WHERE a.assessment_id = $1 AND a.item_id = drawn.item_id`,
    [assessmentId, String(round), states, states.length],
  );
}

/** Names of what an object holds; of a list those of its rows. */
const names = (part: object | null): readonly string[] => {
  const rows: readonly object[] = Array.isArray(part) ? part : [part ?? {}];
  return [...new Set(rows.flatMap(Object.keys))].sort();
};

/** The parts that this program shapes; scheme, templates and readiness have rules of their own. */
function shapeOf(material: FrozenMaterial): Readonly<Record<string, readonly string[]>> {
  const { assessment, system } = material;
  const parts = {
    material,
    ...{
      assessment,
      plan: assessment.plan,
      team: assessment.plan.team,
      system,
      stored: system?.stored ?? null,
    },
    ...{ issue: material.issue, scheme: material.scheme, profile: material.profile },
    ...{ answers: material.answers, conditions: material.conditions, actions: material.actions },
    ...{ standards: material.standards, evidence: material.evidence, laws: material.laws },
    places: system?.places ?? [],
    selfDeclarations: material.selfDeclarations,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, names(part)]));
}

const issue: FrozenMaterial['issue'] = {
  number: 7,
  createdAt: '2026-11-23T02:00:00.000Z',
  code: 'AAAA-BBBB-CCCC-DDDD',
  verifyUrl: 'https://example.cn/verify/AAAA-BBBB-CCCC-DDDD',
  producer: 'test',
};

describe('the material of a dossier', () => {
  it('is kept with its hash beside the snapshot that was printed of it', async () => {
    expect(evaluations.map(({ kind }) => kind)).toEqual(['readiness', 'scored']);
    for (const evaluation of evaluations) {
      const dossier = await stored(evaluation);
      expect(dossier.material_sha256).toBe(sha256Of(dossier.material));
      const printed = canonicalJson(printMaterial(readMaterial(dossier.material)));
      expect(printed).toBe(dossier.snapshot);
      expect(sha256Of(printed)).toBe(dossier.snapshot_sha256);
    }
  });

  it('has the shape of version 1; another one is another version', async () => {
    const first = readMaterial(await readFile(join(__dirname, 'testing/material-v1.json'), 'utf8'));
    for (const evaluation of evaluations)
      expect(shapeOf(readMaterial((await stored(evaluation)).material))).toEqual(shapeOf(first));
  });

  it('gives the score of its assessment, by points and by readiness', async () => {
    for (const evaluation of evaluations) {
      const { material, grade, total } = await stored(evaluation);
      const scored = scoreMaterial(readMaterial(material));
      expect(scored).toEqual(await scoreNow(evaluation));
      expect(scored.grade).toBe(grade);
      if (evaluation.kind === 'scored') expect(scored.total).toBe(total);
    }
  });

  it('gives score and bytes to whoever holds nothing else: another process, no database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liangxing-material-'));
    try {
      const program = join(folder, 'print.cjs');
      await build({
        absWorkingDir: root,
        entryPoints: [join(__dirname, 'testing/print-elsewhere.ts')],
        outfile: program,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        // Neither the framework nor a driver of the database: it would not be found.
        external: ['pdfkit', 'fontkit', 'qrcode', '@cantoo/pdf-lib'],
        tsconfig: join(root, 'tsconfig.base.json'),
        logLevel: 'error',
      });
      for (const evaluation of evaluations) {
        const { material, sha256 } = await stored(evaluation);
        const file = join(folder, 'material.json');
        await writeFile(file, material);
        const told = execFileSync(process.execPath, [program, file], {
          cwd: root,
          encoding: 'utf8',
          env: { NODE_PATH: join(root, 'node_modules') },
        });
        expect(JSON.parse(told)).toEqual({ score: await scoreNow(evaluation), sha256 });
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('names every file by its bytes and where they lie', async () => {
    for (const evaluation of evaluations) {
      const { evidence } = readMaterial((await stored(evaluation)).material);
      expect(evidence.length).toBeGreaterThan(0);
      const revisions = await app.database.superuser(
        `SELECT evidence_id AS id, revision, sha256, size::int, file_name AS "fileName",
           media_type AS "mediaType", storage_key AS "storageKey"
         FROM evidence_revisions WHERE organization_id = $1`,
        [evaluation.context.organizationId],
      );
      for (const { id, revision, sha256, size, fileName, mediaType, storageKey } of evidence)
        expect(revisions).toContainEqual({
          id,
          revision,
          sha256,
          size,
          fileName,
          mediaType,
          storageKey,
        });
    }
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'is the same read back, and scores as the assessment, however it was answered (%i)',
    async (round) => {
      for (const evaluation of evaluations) {
        await answerOtherwise(evaluation, round);
        const source = await readNow(evaluation);
        const { text, sha256 } = freezeMaterial(source, issue);
        const { format, version, issue: kept, ...content } = readMaterial(text);
        expect([format, version, kept]).toEqual(['liangxing-material', 1, issue]);
        const { sha256: schemeSha256, ...scheme } = content.scheme;
        expect(schemeSha256).toBe(sha256Of(canonicalJson(source.scheme)));
        expect({ ...content, scheme }).toStrictEqual(contentOf(source));
        expect(sha256Of(canonicalJson(readMaterial(text)))).toBe(sha256);
        expect(scoreMaterial(content)).toEqual(await scoreNow(evaluation));
      }
    },
  );
});

describe('the material of an evaluation by the enterprise’s own scheme', () => {
  /** The national table with one deduction of its own, and the answers that were given by that one. */
  async function ownEvaluation(): Promise<Evaluation> {
    const scored = evaluations.find(({ kind }) => kind === 'scored');
    if (scored === undefined) throw new Error('nothing is scored by points');
    const { api } = await app.member(scored.context.organizationId, 'owner');
    const tenant = `/api/organizations/${scored.context.organizationId}`;
    const { scheme } = await readNow(scored);
    const table = `${tenant}/schemes/${scheme.id}/versions/${scheme.version}/table`;
    const book = new Excel.Workbook();
    await book.xlsx.load(await (await api.fetch('GET', table)).arrayBuffer());
    const cell = book.getWorksheet('评价表')?.getCell('O4');
    if (cell === undefined) throw new Error('no deduction to change');
    cell.value = Number(cell.value) / 2;
    const form = new FormData();
    form.append('file', new Blob([await book.xlsx.writeBuffer()]), '自有评分表.xlsx');
    const { body: own } = await api.post<{ id: string; version: string }>(
      `${tenant}/schemes`,
      form,
    );
    const asked = { title: '按自有评分表', schemeId: own.id };
    const { body } = await api.post<{ id: string }>(`${tenant}/assessments`, asked);
    await app.database.superuser(
      `INSERT INTO answers SELECT (jsonb_populate_record(a, jsonb_build_object('assessment_id', $2::uuid))).*
       FROM answers a WHERE assessment_id = $1`,
      [scored.assessmentId, body.id],
    );
    return { ...scored, assessmentId: body.id };
  }

  it('holds that scheme, and gives the same score from itself alone', async () => {
    const evaluation = await ownEvaluation();
    for (const round of [0, 1, 2]) {
      if (round > 0) await answerOtherwise(evaluation, round);
      const source = await readNow(evaluation);
      expect(source.scheme.id).toMatch(/^own-/);
      const material = readMaterial(freezeMaterial(source, issue).text);
      expect(material.scheme.document).toEqual(source.scheme);
      const scored = scoreMaterial(material);
      expect(scored).toEqual(await scoreNow(evaluation));
      expect(scored.total).toBeGreaterThan(0);
    }
  });
});

describe('a dossier of before, with a snapshot and no material', () => {
  it('is built from its snapshot: the same bytes', async () => {
    for (const evaluation of evaluations) {
      const { id, sha256, snapshot } = await stored(evaluation);
      const old = randomUUID();
      const { code } = (JSON.parse(snapshot) as DossierSnapshot).document;
      await app.database.superuser(
        `INSERT INTO dossiers (organization_id, id, assessment_id, number, code, snapshot, snapshot_sha256, grade, basic,
           bonus, total, route_id, is_provisional, created_by, created_by_name)
         SELECT organization_id, $2, assessment_id, 99, $3, snapshot, snapshot_sha256, grade, basic, bonus, total,
           route_id, is_provisional, created_by, created_by_name
         FROM dossiers WHERE id = $1`,
        [id, old, `old ${code}`],
      );
      const builder = (await app.jobs()).get(BuildDossier);
      await builder.handle({ context: evaluation.context, dossierId: old });
      const [built] = await app.database.superuser(
        'SELECT state, sha256, material FROM dossiers WHERE id = $1',
        [old],
      );
      expect(built).toEqual({ state: 'ready', sha256, material: null });
    }
  });
});
