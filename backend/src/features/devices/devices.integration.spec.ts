import { randomUUID } from 'node:crypto';
import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';
import { joinTeam } from '../../testing/join-team';

interface Device {
  readonly deviceId: string;
  readonly userName: string;
  readonly deviceName: string;
  readonly until: string;
  readonly wipeAskedByName: string | null;
  readonly endedAs: string | null;
}
interface Answer {
  readonly code?: string;
  readonly wipe?: string | null;
}

let app: TestApp;
let body: TestOrganization;
let lead: Member;
let assessor: Member;
let expert: Member;
let caseId: string;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
  body = await app.body();
  lead = await app.member(body.organizationId, 'lead_assessor', 'assessment_body');
  assessor = await app.member(body.organizationId, 'assessor', 'assessment_body');
  expert = await app.member(body.organizationId, 'assessor', 'assessment_body');
});
afterAll(() => app.stop());

beforeEach(async () => {
  caseId = randomUUID();
  count += 1;
  await app.database.superuser(
    `INSERT INTO cases (organization_id, id, number, enterprise_id, enterprise_name, state, material, heard, written)
     VALUES ($1, $2, $3, gen_random_uuid(), '长河机械', 'evaluating', 1, 1, 1)`,
    [body.organizationId, caseId, `2026-${String(count).padStart(4, '0')}`],
  );
  for (const [role, { userId }] of [
    ['lead', lead],
    ['assessor', assessor],
    ['expert', expert],
  ] as const)
    await joinTeam(app.database, body.organizationId, caseId, { userId, role });
});

const at = (): string => `${body.path}/cases/${caseId}/devices`;

const take = ({ api }: Pick<Member, 'api'>, deviceId: string, days = 3) =>
  api.post<Device & Answer>(at(), { deviceId, deviceName: ' 李评价的笔记本 ', days });

const act = ({ api }: Pick<Member, 'api'>, deviceId: string, verb: 'contact' | 'end' | 'wipe') =>
  api.post<Answer>(`${at()}/${deviceId}/${verb}`);

const listed = async ({ api }: Pick<Member, 'api'>): Promise<readonly Device[]> =>
  (await api.get<readonly Device[]>(at())).body;

const told = async (who: Pick<Member, 'api'>, deviceId: string): Promise<unknown> =>
  (await act(who, deviceId, 'contact')).body.wipe;

const setState = (state: string) =>
  app.database.superuser('UPDATE cases SET state = $2 WHERE id = $1', [caseId, state]);

async function trail(): Promise<readonly string[]> {
  const rows = await app.database.superuser<{ action: string }>(
    `SELECT action FROM audit_events WHERE organization_id = $1 AND subject_id = $2 ORDER BY id`,
    [body.organizationId, caseId],
  );
  return rows.map(({ action }) => action);
}

describe('a case that is taken along', () => {
  it('is known with its device, is heard of, and is given back once', async () => {
    const deviceId = randomUUID();
    const taken = await take(assessor, deviceId);
    expect(taken.status).toBe(201);
    expect(taken.body.deviceName).toBe('李评价的笔记本');
    const days = (Date.parse(taken.body.until) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(3);
    const again = await take(assessor, deviceId, 7);
    expect(again.body.until).toBe(taken.body.until);
    expect(await told(assessor, deviceId)).toBeNull();
    expect((await act(assessor, deviceId, 'end')).status).toBe(204);
    expect((await act(assessor, deviceId, 'end')).status).toBe(204);
    expect(await listed(lead)).toMatchObject([{ deviceId, endedAs: 'given_back' }]);
    expect((await take(assessor, deviceId)).body.code).toBe('device_ended');
    expect(await told(assessor, deviceId)).toBe('ended');
    expect(await trail()).toEqual(['case.taken_along', 'case.given_back']);
  });

  it('is taken along by who scores it, as long as it is evaluated, for a week at most', async () => {
    expect((await take(expert, randomUUID())).body.code).toBe('not_in_team');
    expect((await take(body, randomUUID())).body.code).toBe('not_in_team');
    expect((await take(assessor, randomUUID(), 8)).status).toBe(422);
    await setState('rectifying');
    expect((await take(assessor, randomUUID())).body.code).toBe('case_moved');
    expect(await trail()).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const deviceId = randomUUID();
    await take(assessor, deviceId);
    for (const verb of ['contact', 'end'] as const)
      expect((await act(lead, deviceId, verb)).status).toBe(404);
    expect((await take(lead, deviceId)).status).toBe(404);
    expect(await listed(expert)).toEqual([]);
    const other = await app.body('另一家评价中心');
    expect((await other.api.get(`${other.path}/cases/${caseId}/devices`)).status).toBe(404);
  });
});

describe('a device', () => {
  it('deletes what it holds where the lead or the director asks for it', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await take(assessor, first);
    await take(assessor, second);
    expect((await act(assessor, first, 'wipe')).body.code).toBe('not_team_lead');
    expect((await act(lead, first, 'wipe')).status).toBe(204);
    expect((await act(lead, first, 'wipe')).status).toBe(204);
    expect((await act(body, second, 'wipe')).status).toBe(204);
    expect(await told(assessor, first)).toBe('asked');
    expect((await listed(body)).map(({ wipeAskedByName }) => wipeAskedByName)).toEqual([
      '王芳',
      '王芳',
    ]);
    await act(assessor, first, 'end');
    const ended = (await listed(lead)).find(({ deviceId }) => deviceId === first);
    expect(ended?.endedAs).toBe('wiped');
    expect((await trail()).slice(2)).toEqual([
      ...['case.wipe_asked', 'case.wipe_asked', 'case.device_wiped'],
    ]);
  });

  it('deletes it where its person left the team, the case moved on, or the time is over', async () => {
    const deviceId = randomUUID();
    await take(assessor, deviceId);
    await setState('withdrawn');
    expect(await told(assessor, deviceId)).toBe('case_moved');
    await setState('evaluating');
    await app.database.superuser(
      `UPDATE case_devices SET until = now() - interval '1 minute' WHERE device_id = $1`,
      [deviceId],
    );
    expect(await told(assessor, deviceId)).toBe('over');
    await app.database.superuser(
      'UPDATE case_team SET removed_at = now() WHERE case_id = $1 AND user_id = $2',
      [caseId, assessor.userId],
    );
    expect(await told(assessor, deviceId)).toBe('not_in_team');
  });
});
