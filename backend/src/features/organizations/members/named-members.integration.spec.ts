import { randomUUID } from 'node:crypto';
import { publishShippedSchemes } from '../../../testing/published-schemes';
import { TestApp, type Member, type TestOrganization } from '../../../testing/test-app';
import type { AnswerDto } from '../../assessments/dto/answer.dto';
import type { AssessmentDto } from '../../assessments/dto/assessment.dto';
import type { DraftDto } from '../../drafts/dto/draft.dto';
import type { CorrectiveActionDto } from '../../improvements/dto/corrective-action.dto';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { path: string; code: string; message: string }[];
}

let app: TestApp;
let enterprise: TestOrganization;
let colleague: Member;
let stranger: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  await publishShippedSchemes(app.database);
  enterprise = await app.organization();
  stranger = await app.organization('另一家');
});
afterAll(() => app.stop());
beforeEach(async () => {
  colleague = await app.member(enterprise.organizationId, 'editor');
});

const told = { cause: '未复核', measure: '补做', result: '已补做' };
const actions = () => `${enterprise.path}/corrective-actions`;
const add = (fields: object) =>
  enterprise.api.post<CorrectiveActionDto & Problem>(actions(), { ...told, ...fields });
const change = ({ id, version }: CorrectiveActionDto, fields: object) =>
  enterprise.api.patch<CorrectiveActionDto & Problem>(`${actions()}/${id}`, fields, {
    ifMatch: version,
  });
const leave = ({ userId }: Member) => enterprise.api.delete(`${enterprise.path}/members/${userId}`);

describe('the owner and the verifier of a corrective action', () => {
  it('are one person under two spellings, and two persons under one, by their accounts', async () => {
    const { body } = await add({ owner: '王芳', ownerUserId: colleague.userId });
    const own = {
      state: 'verified',
      verifiedBy: '王 芳（质量部）',
      verifiedByUserId: colleague.userId,
    };
    const refused = await change(body, own);
    expect([refused.status, refused.body.code]).toEqual([422, 'verifier_is_owner']);
    const namesake = { ...own, verifiedBy: '王芳', verifiedByUserId: enterprise.userId };
    expect((await change(body, namesake)).body).toMatchObject({
      state: 'verified',
      owner: '王芳',
      verifiedBy: '王芳',
      verifiedByUserId: enterprise.userId,
    });
  });

  it('are compared by name where one of them has no account', async () => {
    const { body } = await add({ owner: '王芳', ownerUserId: colleague.userId });
    const plain = await change(body, { state: 'verified', verifiedBy: ' 王芳' });
    expect(plain.body.code).toBe('verifier_is_owner');
    expect((await change(body, { state: 'verified', verifiedBy: '陆示例' })).status).toBe(200);
  });

  it('are names that may be given an account later, and lose it with another name', async () => {
    const { body: plain } = await add({ owner: '王芳' });
    expect(plain.ownerUserId).toBeNull();
    const { body: linked } = await change(plain, { ownerUserId: colleague.userId });
    expect(linked).toMatchObject({ owner: '王芳', ownerUserId: colleague.userId });
    const { body: kept } = await change(linked, { measure: '重做' });
    expect(kept.ownerUserId).toBe(colleague.userId);
    const { body: other } = await change(kept, { owner: '技术部' });
    expect(other).toMatchObject({ owner: '技术部', ownerUserId: null });
  });

  it('are members of this enterprise with a name', async () => {
    const foreign = await add({ owner: '王芳', ownerUserId: stranger.userId });
    expect([foreign.status, foreign.body.errors]).toMatchObject([
      422,
      [{ path: 'ownerUserId', code: 'not_a_member' }],
    ]);
    const nameless = await add({ ownerUserId: colleague.userId });
    expect(nameless.body.errors).toMatchObject([{ path: 'owner', code: 'required' }]);
  });
});

describe('a consultant who works by a grant', () => {
  it('leaves the accounts that stand there, and names none', async () => {
    const consultancyId = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
      [consultancyId],
    );
    await app.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
         ends_at, given_by, given_by_name)
       VALUES ($1, gen_random_uuid(), $2, '良方咨询', '{improvements}', '{improvements}',
         now() + interval '1 day', $3, '王芳')`,
      [enterprise.organizationId, consultancyId, enterprise.userId],
    );
    const consultant = await app.member(consultancyId, 'consultant', 'consultancy');
    await app.assign(consultancyId, enterprise.organizationId, consultant);
    const { body } = await add({ owner: '王芳', ownerUserId: colleague.userId });
    const at = `${actions()}/${body.id}`;
    const mended = await consultant.api.patch(at, { measure: '重做' }, { ifMatch: 1 });
    expect(mended).toMatchObject({
      status: 200,
      body: { measure: '重做', ownerUserId: colleague.userId },
    });
    const named = { verifiedBy: '王芳', verifiedByUserId: enterprise.userId };
    expect(await consultant.api.patch(at, named, { ifMatch: 2 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'verifiedByUserId', code: 'not_a_member' }] },
    });
  });
});

describe('who is removed from the enterprise', () => {
  it('leaves the name and takes the account along, also of what is verified', async () => {
    const { body: action } = await add({
      state: 'verified',
      ...{ owner: '王芳', ownerUserId: colleague.userId },
      ...{ verifiedBy: '王芳', verifiedByUserId: enterprise.userId },
    });
    expect((await leave(colleague)).status).toBe(204);
    const { body } = await enterprise.api.get<CorrectiveActionDto[]>(actions());
    expect(body.find(({ id }) => id === action.id)).toMatchObject({
      ...{ owner: '王芳', ownerUserId: null, state: 'verified' },
      ...{ verifiedBy: '王芳', verifiedByUserId: enterprise.userId, version: action.version },
    });
    const again = await add({ owner: '王芳', ownerUserId: colleague.userId });
    expect(again.body.errors).toMatchObject([{ path: 'ownerUserId', code: 'not_a_member' }]);
  });
});

describe('who is responsible for an item', () => {
  it('is a member where one is named, also in the next evaluation, until that one leaves', async () => {
    const { api, path } = enterprise;
    const begin = async (more: object = {}) => {
      const body = { title: '自评', schemeId: 'gsp-2004', ...more };
      return (await api.post<{ id: string }>(`${path}/assessments`, body)).body.id;
    };
    const id = await begin();
    const put = (responsibleUserId: string | null, ifMatch: number) =>
      api.put<AnswerDto & Problem>(
        `${path}/assessments/${id}/answers/1.1`,
        { state: 'assessed', rules: {}, responsible: '王芳', responsibleUserId },
        { ifMatch },
      );
    const foreign = await put(stranger.userId, 0);
    expect(foreign.body.errors).toMatchObject([
      { path: 'responsibleUserId', code: 'not_a_member' },
    ]);
    expect((await put(colleague.userId, 0)).body.responsibleUserId).toBe(colleague.userId);
    const next = await begin({ copyFrom: id });
    const read = async () =>
      (await api.get<AnswerDto[]>(`${path}/assessments/${next}/answers`)).body[0];
    expect(await read()).toMatchObject({
      responsible: '王芳',
      responsibleUserId: colleague.userId,
    });
    await leave(colleague);
    expect(await read()).toMatchObject({ responsible: '王芳', responsibleUserId: null });
  });
});

describe('the team of a self-evaluation', () => {
  it('are members where they are named, in their order, until they leave', async () => {
    const { api, path } = enterprise;
    const body = { title: '自评', schemeId: 'gsp-2004' };
    const { body: begun } = await api.post<AssessmentDto>(`${path}/assessments`, body);
    const at = `${path}/assessments/${begun.id}`;
    const name = (team: readonly object[], ifMatch = 1) =>
      api.patch<AssessmentDto & Problem>(at, { plan: { ...begun.plan, team } }, { ifMatch });
    const leader = { name: '周示例', role: '组长' };
    const member = { name: '王芳', role: '组员' };
    const foreign = await name([leader, { ...member, userId: stranger.userId }]);
    expect(foreign.body.errors).toMatchObject([
      { path: 'plan.team.1.userId', code: 'not_a_member' },
    ]);
    const named = await name([leader, { ...member, userId: colleague.userId }]);
    const team = [
      { ...leader, userId: null },
      { ...member, userId: colleague.userId },
    ];
    expect(named.body).toMatchObject({ version: 2, plan: { team } });
    expect((await name(team, 2)).body.version).toBe(2);
    const copy = { ...body, copyFrom: begun.id };
    const next = await api.post<AssessmentDto>(`${path}/assessments`, copy);
    expect(next.body.plan.team).toEqual(team);
    await leave(colleague);
    const { body: left } = await api.get<AssessmentDto>(at);
    expect(left.plan.team).toEqual(team.map((each) => ({ ...each, userId: null })));
    expect(left.version).toBe(2);
  });

  it('is told as it is stored to whoever saves an older one, alone or at once', async () => {
    const { api, path } = enterprise;
    const body = { title: '自评', schemeId: 'gsp-2004' };
    const { body: begun } = await api.post<AssessmentDto>(`${path}/assessments`, body);
    const save = (team: readonly object[]) =>
      api.patch<{ readonly code?: string; readonly current?: AssessmentDto }>(
        `${path}/assessments/${begun.id}`,
        { plan: { ...begun.plan, team } },
        { ifMatch: 1 },
      );
    const mine = [{ name: '王芳', role: '组长', userId: enterprise.userId }];
    const theirs = [{ name: '李雷', role: '组员', userId: colleague.userId }];
    const both = await Promise.all([save(mine), save(theirs)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stored = both[0].status === 200 ? mine : theirs;
    const late = [
      both.find(({ status }) => status === 409),
      await save([{ name: '韩梅', role: '' }]),
    ];
    for (const refused of late) {
      expect(refused?.body.code).toBe('version_conflict');
      expect(refused?.body.current?.plan.team).toEqual(stored);
    }
  });
});

describe('who decides on a standard', () => {
  it('is a member where one is named; whoever starts it is one', async () => {
    const { api, path } = enterprise;
    const content = { kind: 'management', outlineId: '', title: '采购', englishTitle: '' };
    const rest = { number: '', replacesNumber: '', department: '', drafters: [] };
    const { body: draft } = await api.post<DraftDto>(`${path}/drafts`, { ...content, ...rest });
    const step = { move: 'submit', on: '2099-03-01', by: '王芳', note: '' };
    const submit = (byUserId: string) =>
      api.post<DraftDto & Problem>(
        `${path}/drafts/${draft.id}/moves`,
        { ...step, byUserId },
        { ifMatch: draft.version },
      );
    const foreign = await submit(stranger.userId);
    expect(foreign.body.errors).toMatchObject([{ path: 'byUserId', code: 'not_a_member' }]);
    const { body } = await submit(colleague.userId);
    expect(body.steps.map(({ byUserId }) => byUserId)).toEqual([
      enterprise.userId,
      colleague.userId,
    ]);
  });
});
