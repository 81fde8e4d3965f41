import { TestApp } from '../../testing/test-app';
import { nextStepsOf, type Overview } from './overview';

describe('the overview', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('of a new enterprise says what to do first', async () => {
    const enterprise = await app.organization();
    const { status, body } = await enterprise.api.get<Overview>(`${enterprise.path}/overview`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        standards: { total: 0, byLevel: [] },
        assessment: null,
        dossier: null,
        actions: { open: 0, overdue: 0 },
      },
    });
    expect(body.nextSteps.map(({ code }) => code)).toEqual([
      'complete_profile',
      'create_system',
      'import_standards',
      'start_assessment',
    ]);
  });

  it('counts standards by level and names those with problems and those replaced', async () => {
    const enterprise = await app.organization();
    const insert = (level: string, problems: string, claimed: string | null) =>
      app.database.superuser(
        `INSERT INTO standards (organization_id, id, position, title, identity_key, number_kind,
           level, problems, status_claimed)
         VALUES ($1, gen_random_uuid(), 1, '标准', '', 'standard', $2, $3, $4)`,
        [enterprise.organizationId, level, problems, claimed],
      );
    await insert('national', '[]', 'current');
    await insert('national', '[]', 'replaced');
    await insert('enterprise', '[{"field":"title","code":"x"}]', null);
    const { body } = await enterprise.api.get<Overview>(`${enterprise.path}/overview`);
    expect(body.standards).toEqual({
      total: 3,
      existing: 2,
      byLevel: [
        { level: 'national', count: 1 },
        { level: 'enterprise', count: 1 },
      ],
      withProblems: 1,
      expired: 1,
    });
  });

  it('says of the register what its statistics, the tree and the documents of the system say', async () => {
    const { api, path, organizationId } = await app.organization();
    const system = await api.post<{ id: string }>(`${path}/systems`, {
      templateId: 'gb-t-15496-2017',
    });
    await app.database.superuser(
      `INSERT INTO standards (organization_id, id, position, title, identity_key, number_kind,
         level, kind, is_planned, status_claimed)
       SELECT $1, gen_random_uuid(), n, '标准' || n, '', 'standard',
         (ARRAY['national','sector','local','group','enterprise','international','foreign','other'])[1 + n % 8],
         CASE WHEN n % 3 = 0 THEN 'product' END, n % 5 = 0,
         (ARRAY['current','replaced','withdrawn',NULL])[1 + n % 7 % 4]
       FROM generate_series(1, 120) AS n`,
      [organizationId],
    );
    await app.database.superuser(
      `INSERT INTO system_places (organization_id, system_id, standard_id, rank, node_key, basis)
       SELECT organization_id, $2, id, 1, 'CP1', 'hand' FROM standards WHERE organization_id = $1`,
      [organizationId, system.body.id],
    );
    interface Row {
      readonly key: string;
      readonly existing: number;
      readonly expected: number;
    }
    const overview = (await api.get<Overview>(`${path}/overview`)).body.standards;
    const statistics = (
      await api.get<{ byLevel: Row[]; byKind: Row[]; total: Row }>(`${path}/standards/statistics`)
    ).body;
    const tree = (
      await api.get<{ nodes: { key: string; branch: Row }[] }>(`${path}/systems/${system.body.id}`)
    ).body;
    const documents = (
      await api.get<{
        statistics: { note: string; rows: { isTotal: boolean; values: (number | null)[] }[] }[];
      }>(`${path}/systems/${system.body.id}/documents`)
    ).body;
    const { existing, expected } = statistics.total;
    expect(existing).toBeGreaterThan(0);
    expect([overview.total, overview.existing]).toEqual([120, existing]);
    expect(Object.fromEntries(overview.byLevel.map(({ level, count }) => [level, count]))).toEqual(
      Object.fromEntries(
        statistics.byLevel.flatMap((row) => (row.existing > 0 ? [[row.key, row.existing]] : [])),
      ),
    );
    expect(statistics.byKind.reduce((all, row) => all + row.existing, 0)).toBe(existing);
    const branch = tree.nodes.find(({ key }) => key === 'CP1')?.branch;
    expect(branch).toMatchObject({ existing, expected });
    const totals = documents.statistics.map(
      ({ rows }) => rows.findLast(({ isTotal }) => isTotal)?.values ?? [],
    );
    // The documents of a system also expect the essential documents that it lacks.
    const missing = Number(
      /尚缺的必备标准（(\d+) 项）/.exec(documents.statistics[0]?.note ?? '')?.[1],
    );
    expect(totals.slice(0, 2).map((values) => values.slice(0, 2))).toEqual([
      [expected + missing, existing],
      [expected + missing, existing],
    ]);
    expect(totals[2]?.at(-1)).toBe(existing);
  });

  it('leads from the structure to the register and from there to the places', async () => {
    const enterprise = await app.organization();
    const steps = async () =>
      (await enterprise.api.get<Overview>(`${enterprise.path}/overview`)).body.nextSteps;
    expect((await steps()).map(({ code }) => code)).toEqual([
      'complete_profile',
      'create_system',
      'import_standards',
      'start_assessment',
    ]);
    await enterprise.api.post(`${enterprise.path}/systems`, { templateId: 'gb-t-15496-2017' });
    await enterprise.api.post(`${enterprise.path}/standards`, { title: '首件检验规程' });
    expect(await steps()).toContainEqual({ code: 'place_standards', params: { count: 1 } });
  });

  it('sends a finished assessment below its target to the gaps', () => {
    const steps = nextStepsOf({
      profile: { done: 1, total: 1 },
      system: { id: '', completeness: 100, missing: 0, unplaced: 0 },
      standards: { total: 5, existing: 5, byLevel: [], withProblems: 0, expired: 0 },
      assessment: {
        id: '',
        title: '',
        state: 'open',
        schemeId: '',
        schemeVersion: '',
        targetGrade: 'AAAA',
        basic: 1,
        bonus: 0,
        total: 1,
        grade: 'AAA',
        routeId: null,
        reachesTarget: false,
        isProvisional: false,
        progress: { answered: 3, items: 3, bonusAnswered: 0, bonusItems: 0 },
        conditions: { total: 0, met: 0, unmet: 0, unanswered: 0 },
        readiness: null,
      },
      evidence: { files: 0, uses: 0, itemsWithEvidence: 0, fullMarksWithoutEvidence: 2 },
      actions: { open: 1, overdue: 0 },
      dossier: null,
    });
    expect(steps.map(({ code }) => code)).toEqual([
      'attach_evidence',
      'close_gap',
      'finish_actions',
      'build_dossier',
    ]);
  });
});
