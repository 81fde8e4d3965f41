import { randomUUID } from 'node:crypto';
import { TestApp, type Member, type TestOrganization } from '../../../testing/test-app';
import type { DraftDto } from '../../drafts/dto/draft.dto';
import type { RecordDto } from '../../records/dto/record.dto';
import { EMPTY_PROFILE } from '../profile/profile';
import type { ProfileDto } from '../profile/profile.dto';

interface Problem {
  readonly code: string;
  readonly errors?: readonly { path: string; code: string }[];
}

let app: TestApp;
let enterprise: TestOrganization;
let colleague: Member;
let stranger: TestOrganization;

beforeAll(async () => {
  app = await TestApp.start();
  enterprise = await app.organization();
  stranger = await app.organization('另一家');
});
afterAll(() => app.stop());
beforeEach(async () => {
  colleague = await app.member(enterprise.organizationId, 'editor');
});

const leave = ({ userId }: Member) => enterprise.api.delete(`${enterprise.path}/members/${userId}`);

describe('the drafters of a standard', () => {
  const content = { kind: 'management', outlineId: '', title: '采购', englishTitle: '' };
  const rest = { number: '', replacesNumber: '', department: '' };
  const start = (drafters: readonly object[]) =>
    enterprise.api.post<DraftDto & Problem>(`${enterprise.path}/drafts`, {
      ...{ ...content, ...rest, drafters },
    });
  const shown = async ({ id }: DraftDto) =>
    (await enterprise.api.get<DraftDto>(`${enterprise.path}/drafts/${id}`)).body;

  it('are members where they are named, in their order, until they leave', async () => {
    const named = [{ name: '顾敏' }, { name: '王芳', userId: colleague.userId }];
    const { body: draft } = await start(named);
    const drafters = [{ name: '顾敏', userId: null }, named[1]];
    expect(draft.drafters).toEqual(drafters);
    const turned = [...drafters].reverse();
    const { body: changed } = await enterprise.api.patch<DraftDto>(
      `${enterprise.path}/drafts/${draft.id}`,
      { drafters: turned },
      { ifMatch: draft.version },
    );
    expect(changed.drafters).toEqual(turned);
    const { body: all } = await enterprise.api.get<DraftDto[]>(`${enterprise.path}/drafts`);
    expect(all.find(({ id }) => id === draft.id)?.drafters).toEqual(turned);
    await leave(colleague);
    const left = await shown(draft);
    expect(left.drafters).toEqual([
      { name: '王芳', userId: null },
      { name: '顾敏', userId: null },
    ]);
    expect(left.version).toBe(changed.version);
  });

  it('are of this enterprise, and have names', async () => {
    const { body } = await start([
      { name: '顾敏', userId: stranger.userId },
      { name: ' ', userId: colleague.userId },
    ]);
    expect(body.errors).toMatchObject([
      { path: 'drafters.1.name', code: 'required' },
      { path: 'drafters.0.userId', code: 'not_a_member' },
    ]);
  });
});

describe('people in the lists', () => {
  const fields = { content: '宣贯', heldOn: '2026-03-01', teacher: '王芳' };
  const at = () => `${enterprise.path}/records/trainings`;
  const add = (more: object) => enterprise.api.post<RecordDto & Problem>(at(), { fields, ...more });
  const put = ({ id, version }: RecordDto, body: object) =>
    enterprise.api.put<RecordDto & Problem>(`${at()}/${id}`, body, { ifMatch: version });

  it('are members where they are named, and stay so as long as the name stays', async () => {
    const { body: plain } = await add({});
    expect(plain.accounts).toEqual({});
    const accounts = { teacher: colleague.userId };
    const { body: linked } = await put(plain, { fields, accounts });
    expect(linked).toMatchObject({ accounts, version: 2 });
    const { body: kept } = await put(linked, { fields: { ...fields, place: '会议室' } });
    expect(kept.accounts).toEqual(accounts);
    const { body: list } = await enterprise.api.get<{ rows: RecordDto[] }>(at());
    expect(list.rows.find(({ id }) => id === plain.id)?.accounts).toEqual(accounts);
    const { body: other } = await put(kept, { fields: { ...fields, teacher: '外聘教师' } });
    expect(other.accounts).toEqual({});
    const { body: again } = await put(other, { fields, accounts });
    await leave(colleague);
    const { body: left } = await enterprise.api.get<RecordDto>(`${at()}/${again.id}`);
    expect(left).toMatchObject({ accounts: {}, version: again.version });
    expect(left.fields['teacher']).toBe('王芳');
  });

  it('are members of this enterprise, in fields that name one person', async () => {
    const foreign = await add({ accounts: { teacher: stranger.userId } });
    expect(foreign.body.errors).toMatchObject([{ path: 'accounts.teacher', code: 'not_a_member' }]);
    const wrong = await add({ accounts: { place: colleague.userId, teacher: 1 } });
    expect([wrong.status, wrong.body.errors]).toMatchObject([
      422,
      [
        { path: 'accounts.place', code: 'unknown_field' },
        { path: 'accounts.teacher', code: 'not_uuid' },
      ],
    ]);
  });

  it('are names in what is imported: another name lets the account go', async () => {
    const accounts = { teacher: colleague.userId };
    const [{ body: renamed }, { body: kept }] = [await add({ accounts }), await add({ accounts })];
    const csv = [
      '良行标识,培训内容,培训日期,教师,地点',
      `${renamed.id},宣贯,2026-03-01,李雷,`,
      `${kept.id},宣贯,2026-03-01,王芳,会议室`,
    ].join('\n');
    const form = new FormData();
    form.append('file', new Blob([csv]), '培训.csv');
    const { body: preview } = await enterprise.api.post<{ id: string }>(`${at()}/imports`, form);
    await enterprise.api.post(`${at()}/imports/${preview.id}/commit`);
    const read = async ({ id }: RecordDto) =>
      (await enterprise.api.get<RecordDto>(`${at()}/${id}`)).body;
    expect(await read(renamed)).toMatchObject({ fields: { teacher: '李雷' }, accounts: {} });
    expect(await read(kept)).toMatchObject({ fields: { place: '会议室' }, accounts });
  });
});

describe('people in the profile', () => {
  const at = () => `${enterprise.path}/profile`;
  const read = async () => (await enterprise.api.get<ProfileDto>(at())).body;
  const save = async (content: object) =>
    enterprise.api.put<ProfileDto & Problem>(
      at(),
      { ...EMPTY_PROFILE, name: '示例', ...content },
      { ifMatch: (await read()).version },
    );
  const objective = { text: '达到 AAA', measure: '', period: '' };

  it('are members where they are named, alone and in lists, until they leave', async () => {
    const { userId } = colleague;
    const names = { contactName: '王芳', objectives: [{ ...objective, owner: '王芳' }] };
    const { body: plain } = await save(names);
    expect(plain).toMatchObject({ contactUserId: null, objectives: [{ ownerUserId: null }] });
    const linked = {
      contactUserId: userId,
      objectives: [{ ...names.objectives[0], ownerUserId: userId }],
    };
    const { body: named } = await save({ ...names, ...linked });
    expect(named).toMatchObject({ ...linked, version: plain.version + 1 });
    expect((await save({ ...names, contactPhone: '0512' })).body).toMatchObject(linked);
    expect((await save({ ...names, contactName: '李雷' })).body).toMatchObject({
      ...linked,
      contactUserId: null,
    });
    await leave(colleague);
    expect(await read()).toMatchObject({
      contactName: '李雷',
      objectives: [{ owner: '王芳', ownerUserId: null }],
    });
  });

  it('stay where they stood when somebody with a grant, who sees no members, takes out a row above', async () => {
    const consultancyId = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
      [consultancyId],
    );
    const consultant = await app.member(consultancyId, 'consultant', 'consultancy');
    await app.assign(consultancyId, enterprise.organizationId, consultant);
    await app.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable, ends_at, given_by, given_by_name)
       VALUES ($1, gen_random_uuid(), $2, '良方咨询', '{profile}', '{profile}', now() + interval '1 day', $3, '王芳')`,
      [enterprise.organizationId, consultancyId, enterprise.userId],
    );
    const { userId } = colleague;
    const second = { ...objective, text: '换版', owner: '王芳', ownerUserId: userId };
    const first = { ...objective, owner: '顾敏', ownerUserId: enterprise.userId };
    const { body: before } = await save({ objectives: [first, second] });
    const { body } = await consultant.api.put<ProfileDto & Problem>(
      at(),
      { ...EMPTY_PROFILE, name: '示例', objectives: [second] },
      { ifMatch: before.version },
    );
    expect(body).toMatchObject({ objectives: [{ owner: '王芳', ownerUserId: userId }] });
  });

  it('are of this enterprise, and print as names alone', async () => {
    const { userId } = enterprise;
    const staff = { name: '周示例', post: '专员', qualification: '' };
    const foreign = await save({ standardizationStaff: [{ ...staff, userId: stranger.userId }] });
    expect(foreign.body.errors).toMatchObject([
      { path: 'standardizationStaff.0.userId', code: 'not_a_member' },
    ]);
    await save({ legalRepresentative: '周示例', standardizationStaff: [{ ...staff, userId }] });
    await save({
      ...{ legalRepresentative: '周示例', legalRepresentativeUserId: userId },
      standardizationStaff: [{ ...staff, userId }],
    });
    const [stored] = await app.database.superuser<{ profile: object }>(
      'SELECT profile FROM enterprise_profiles WHERE organization_id = $1',
      [enterprise.organizationId],
    );
    expect(JSON.stringify(stored)).not.toContain(userId);
    expect(stored?.profile).toMatchObject({ standardizationStaff: [staff] });
  });
});
