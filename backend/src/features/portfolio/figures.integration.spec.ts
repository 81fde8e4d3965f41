import { AREAS } from '@liangxing/contracts';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp } from '../../testing/test-app';
import type { Overview } from '../overview/overview';
import type { DatesDto } from './dto/portfolio.dto';
import { TestConsultancy } from './testing/test-consultancy';

let app: TestApp;
let of: TestConsultancy;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  of = await TestConsultancy.begin(app);
});

describe('the figures of a client', () => {
  it.each(['gsp-2004', 'gb-t-19273-2017'])(
    'are those of its own overview, by %s',
    async (schemeId) => {
      await of.grant(AREAS);
      const id = await of.evaluate(schemeId);
      const { body: scheme } = await of.client.api.get<{
        items: Record<string, { points: number }>;
      }>(`${of.client.path}/assessments/${id}/score`);
      const [first = ''] = Object.keys(scheme.items);
      const state = schemeId === 'gsp-2004' ? 'assessed' : 'met';
      const answer = { state, rules: {}, reason: '现场核实' };
      const put = await of.client.api.put(
        `${of.client.path}/assessments/${id}/answers/${first}`,
        answer,
        {
          ifMatch: 0,
        },
      );
      expect(put.status).toBe(200);
      await of.client.api.post(`${of.client.path}/systems`, { templateId: 'gb-t-15496-2017' });
      await of.client.api.post(`${of.client.path}/standards`, { title: '首件检验规程' });
      await of.addAction('2020-01-01');
      await of.keep();
      const overview = (await of.client.api.get<Overview>(`${of.client.path}/overview`)).body;
      const { parts } = await of.shown();
      const { assessment } = overview;
      expect(assessment?.progress.answered).toBeGreaterThan(0);
      expect(parts).toMatchObject({
        profile: overview.profile,
        system: {
          completeness: overview.system?.completeness,
          missing: overview.system?.missing,
        },
        register: {
          total: overview.standards.total,
          existing: overview.standards.existing,
          expired: overview.standards.expired,
        },
        assessment: {
          schemeId,
          basic: assessment?.basic,
          bonus: assessment?.bonus,
          total: assessment?.total,
          grade: assessment?.grade,
          targetGrade: 'AAA',
          answered: assessment?.progress.answered,
          items: assessment?.progress.items,
        },
        improvements: { open: 1, overdue: 1 },
        dossier: null,
      });
      if (schemeId === 'gb-t-19273-2017')
        expect(parts.assessment?.readiness).toMatchObject({
          essential: assessment?.readiness?.essential,
          essentialMet: assessment?.readiness?.essentialMet,
          unmet: assessment?.readiness?.unmet,
        });
      else expect(parts.assessment?.readiness).toBeNull();
      expect(parts.assessment?.sections.length).toBeGreaterThan(1);
    },
  );

  it('say of a client without anything that there is nothing yet, and what comes first', async () => {
    await of.grant(AREAS);
    expect(await of.shown()).toMatchObject({ readAt: null, parts: {}, next: null, activeAt: null });
    await of.keep();
    expect(await of.shown()).toMatchObject({
      parts: { system: null, assessment: null, dossier: null, improvements: { open: 0 } },
      next: null,
    });
  });

  it('show of a grant nothing but what it opens', async () => {
    await of.evaluate('gsp-2004');
    await of.addAction('2020-01-01');
    await of.addAction('2090-01-01');
    await of.grant(['register']);
    await of.keep();
    expect(await of.shown()).toMatchObject({ parts: { register: { total: 0 } }, next: null });
    expect(Object.keys((await of.shown()).parts)).toEqual(['register']);
    await of.grant(['improvements', 'system']);
    expect((await of.shown()).next).toMatchObject({ on: '2090-01-01', kind: 'action' });
    // What a system holds is told of the register too.
    expect(Object.keys((await of.shown()).parts)).toEqual(['improvements']);
    await of.grant(['assessment']);
    expect(Object.keys((await of.shown()).parts)).toEqual(['assessment']);
    expect((await of.shown()).next).toBeNull();
  });

  it('show readiness only to whom all is opened on which it rests', async () => {
    await of.evaluate('gb-t-19273-2017');
    await of.keep();
    await of.grant(['assessment']);
    expect((await of.shown()).parts).toEqual({});
    await of.grant(['assessment', 'system', 'register', 'evidence', 'records']);
    expect((await of.shown()).parts.assessment?.kind).toBe('readiness');
  });

  it('tell of the last activity in what is opened alone', async () => {
    await of.client.api.post(`${of.client.path}/standards`, { title: '规程' });
    await of.keep();
    await of.grant(['evidence']);
    expect((await of.shown()).activeAt).toBeNull();
    await of.grant(['register']);
    expect((await of.shown()).activeAt).not.toBeNull();
  });

  it('count a thousand actions and keep their dates', async () => {
    await of.grant(['improvements']);
    await app.database.superuser(
      `INSERT INTO corrective_actions (organization_id, id, number, finding, due_on, owner)
       SELECT $1, gen_random_uuid(), n, '问题 ' || n, current_date - 500 + n, '质量部'
       FROM generate_series(1, 1000) AS n`,
      [of.client.organizationId],
    );
    await of.keep();
    const { improvements } = (await of.shown()).parts;
    expect(improvements?.open).toBe(1000);
    const { body } = await of.consultant.api.get<DatesDto>(`${of.path}/dates`);
    expect(body.dates.length).toBe(improvements?.overdue);
    expect(body.dates[0]).toMatchObject({ title: '问题 1', owner: '质量部', kind: 'action' });
  });
});

describe('the job that keeps figures', () => {
  it('has work once a grant lives, after each change, and when a day comes', async () => {
    expect(await of.hasWork()).toBe(false);
    await of.grant(AREAS);
    expect(await of.hasWork()).toBe(true);
    await of.keep();
    expect(await of.hasWork()).toBe(false);
    await of.addAction('2090-01-01');
    expect(await of.hasWork()).toBe(true);
    await of.keep();
    expect(await of.hasWork()).toBe(false);
    await app.database.superuser(
      'UPDATE organization_figures SET moves_on = current_date - 1 WHERE organization_id = $1',
      [of.client.organizationId],
    );
    expect(await of.hasWork()).toBe(true);
    await app.database.superuser('UPDATE access_grants SET revoked_at = now()');
    expect(await of.hasWork()).toBe(false);
  });

  it('looks once more after a while, for what was committed late', async () => {
    await of.grant(AREAS);
    await of.addAction('2090-01-01');
    await of.keep();
    const set = (seen: string, read: string) =>
      app.database.superuser(
        `UPDATE organization_figures SET seen_at = now() - interval '${seen}', read_at = now() - interval '${read}'
         WHERE organization_id = $1`,
        [of.client.organizationId],
      );
    await set('3 minutes', '2 minutes');
    expect(await of.hasWork()).toBe(false);
    await set('6 minutes', '5 minutes');
    expect(await of.hasWork()).toBe(true);
    await set('6 minutes', '30 seconds');
    expect(await of.hasWork()).toBe(false);
  });

  it('looks again after a check of the register that found something', async () => {
    await of.grant(AREAS);
    await of.keep();
    const check = (changes: string) =>
      app.database.superuser(
        `INSERT INTO currency_checks (organization_id, id, day, counts, changes, checked_by_name)
         VALUES ($1, gen_random_uuid(), current_date, '{}', $2, 'system')`,
        [of.client.organizationId, changes],
      );
    await check('[]');
    expect(await of.hasWork()).toBe(false);
    await check('[{}]');
    expect(await of.hasWork()).toBe(true);
  });

  it('may run twice and at once: the newest reading stays', async () => {
    await of.grant(AREAS);
    await of.addAction('2020-01-01');
    await Promise.all([of.keep(), of.keep(), of.keep()]);
    const stored = () =>
      app.database.superuser<{ read_at: string; overdue: number; dates: number; months: number }>(
        `SELECT read_at::text, (improvements ->> 'overdue')::int AS overdue,
           (SELECT count(*)::int FROM organization_due_dates d WHERE d.organization_id = f.organization_id) AS dates,
           (SELECT count(*)::int FROM organization_figure_months m WHERE m.organization_id = f.organization_id) AS months
         FROM organization_figures f WHERE organization_id = $1`,
        [of.client.organizationId],
      );
    expect(await stored()).toMatchObject([{ overdue: 1, dates: 1, months: 1 }]);
    // A reading that began earlier comes late.
    await app.database.superuser(
      `UPDATE organization_figures SET read_at = now() + interval '1 hour', improvements = '{"open": 7, "overdue": 7}'
       WHERE organization_id = $1`,
      [of.client.organizationId],
    );
    const newer = await stored();
    await of.addAction('2020-01-02');
    await of.keep();
    expect(await stored()).toEqual(newer);
  });
});
