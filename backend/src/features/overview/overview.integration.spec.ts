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
        isProvisional: false,
        progress: { answered: 3, items: 3, bonusAnswered: 0, bonusItems: 0 },
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
