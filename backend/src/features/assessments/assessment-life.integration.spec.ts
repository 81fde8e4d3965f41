import type { AssessmentMove } from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { publishShippedSchemes } from '../../testing/published-schemes';
import { TestApp, type TestOrganization } from '../../testing/test-app';
import type { Overview } from '../overview/overview';
import type { AssessmentDto } from './dto/assessment.dto';

let app: TestApp;
let enterprise: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  enterprise = await app.organization();
});

async function start(title: string): Promise<AssessmentDto> {
  const body = { title, schemeId: 'gsp-2004', targetGrade: 'AAAA' };
  return (await enterprise.api.post<AssessmentDto>(`${enterprise.path}/assessments`, body)).body;
}

const pathOf = ({ id }: AssessmentDto): string => `${enterprise.path}/assessments/${id}`;

function move(assessment: AssessmentDto, verb: AssessmentMove) {
  const { version: ifMatch } = assessment;
  return enterprise.api.post<AssessmentDto & { code: string }>(
    `${pathOf(assessment)}/moves`,
    { move: verb },
    { ifMatch },
  );
}

const judged = { state: 'assessed', rules: {} };

function answer(assessment: AssessmentDto, itemId: string) {
  return enterprise.api.put<{ code: string }>(`${pathOf(assessment)}/answers/${itemId}`, judged, {
    ifMatch: 0,
  });
}

/** A dossier as the worker leaves it; what is in it does not matter here. */
async function dossier(assessment: AssessmentDto, state: 'queued' | 'ready'): Promise<void> {
  await app.database.superuser(
    `INSERT INTO dossiers (organization_id, id, assessment_id, number, code, state, snapshot, sha256,
       storage_key, built_at, created_by, created_by_name)
     VALUES ($1, $2, $3, 1, $4, $5, '{}', repeat('a', 64), 'key', now(), $2, '测试')`,
    [enterprise.organizationId, randomUUID(), assessment.id, randomUUID(), state],
  );
}

describe('the life of a self-evaluation', () => {
  it('is closed, archived, restored and opened again, one verb each', async () => {
    let now = await start('2026 年');
    const states: string[] = [];
    for (const verb of ['close', 'archive', 'restore', 'reopen'] as const) {
      const { status, body } = await move(now, verb);
      expect(status).toBe(200);
      states.push(body.state);
      now = body;
    }
    expect(states).toEqual(['closed', 'archived', 'closed', 'open']);
    expect((await answer(now, '1.1')).status).toBe(200);
  });

  it('takes no move that its state does not know, and none on what another has changed', async () => {
    const open = await start('2026 年');
    const wrong = await move(open, 'archive');
    expect([wrong.status, wrong.body.code]).toEqual([409, 'assessment_move_not_allowed']);
    await move(open, 'close');
    const late = await move(open, 'close');
    expect([late.status, late.body.code]).toEqual([409, 'version_conflict']);
  });

  it('changes nothing of an archived one: no answer, title, effort or dossier', async () => {
    const { body: closed } = await move(await start('2025 年'), 'close');
    const { body: archived } = await move(closed, 'archive');
    const { version: ifMatch } = archived;
    const { api, path } = enterprise;
    const answers = await Promise.all([
      answer(archived, '1.1'),
      api.patch<{ code: string }>(pathOf(archived), { title: '新' }, { ifMatch }),
      api.put<{ code: string }>(
        `${pathOf(archived)}/efforts`,
        { efforts: {}, excluded: [] },
        { ifMatch: 0 },
      ),
      api.post<{ code: string }>(`${path}/dossiers`, { assessmentId: archived.id }),
    ]);
    expect(answers.map(({ body }) => body.code)).toEqual(Array(4).fill('assessment_archived'));
  });
});

describe('a self-evaluation that is deleted', () => {
  it('goes with its answers, their history, its actions and unissued dossiers; others stay', async () => {
    const [kept, gone] = [await start('留下'), await start('删除')];
    for (const one of [kept, gone]) {
      await answer(one, '1.1');
      await enterprise.api.post(`${enterprise.path}/corrective-actions`, {
        assessmentId: one.id,
        itemId: '1.1',
        finding: '未实施',
      });
    }
    await dossier(gone, 'queued');
    const { status } = await enterprise.api.delete(pathOf(gone), undefined, {
      ifMatch: gone.version,
    });
    expect(status).toBe(204);
    for (const table of ['answers', 'answer_history', 'corrective_actions'])
      expect(
        await app.database.superuser(
          `SELECT assessment_id FROM ${table} WHERE organization_id = $1`,
          [enterprise.organizationId],
        ),
      ).toEqual([{ assessment_id: kept.id }]);
    const again = await enterprise.api.delete(pathOf(gone), undefined, { ifMatch: gone.version });
    expect(again.status).toBe(404);
  });

  it('is refused once a dossier was issued, to viewers, and on an older version', async () => {
    const assessment = await start('已出具');
    const viewer = await app.member(enterprise.organizationId, 'viewer');
    expect((await viewer.api.delete(pathOf(assessment), undefined, { ifMatch: 1 })).status).toBe(
      403,
    );
    expect(
      (await enterprise.api.delete(pathOf(assessment), undefined, { ifMatch: 7 })).status,
    ).toBe(409);
    await dossier(assessment, 'ready');
    const refused = await enterprise.api.delete<{ code: string }>(pathOf(assessment), undefined, {
      ifMatch: 1,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'assessment_has_dossiers']);
  });

  it('is the only way in which the history of an answer goes', async () => {
    const assessment = await start('2026 年');
    await answer(assessment, '1.1');
    await expect(
      app.database.superuser(`DELETE FROM answers WHERE assessment_id = $1`, [assessment.id]),
    ).rejects.toThrow('append-only');
  });
});

describe('the overview', () => {
  it('speaks of the evaluation that was chosen, with its own dossier; else of the newest open one', async () => {
    const [first, second] = [await start('第一次'), await start('第二次')];
    await dossier(first, 'ready');
    const read = async (query: string) => {
      const { body } = await enterprise.api.get<Overview>(`${enterprise.path}/overview${query}`);
      return [body.assessment?.title, body.dossier?.state];
    };
    expect(await read('')).toEqual(['第二次', undefined]);
    expect(await read(`?assessment=${first.id}`)).toEqual(['第一次', 'ready']);
    await move(second, 'close');
    expect(await read('')).toEqual(['第一次', 'ready']);
    expect(await read(`?assessment=${randomUUID()}`)).toEqual(['第一次', 'ready']);
  });
});
