import { TestApp, type Member, type TestOrganization } from '../../testing/test-app';

describe('a member', () => {
  let app: TestApp;
  let enterprise: TestOrganization;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    enterprise = await app.organization('苏州良方');
  });

  const leave = ({ api }: Member) => api.delete(`${enterprise.path}/membership`);

  it.each(['editor', 'viewer', 'respondent'] as const)(
    'who is %s leaves by themselves, and keeps their name on what is theirs',
    async (role) => {
      const member = await app.member(enterprise.organizationId, role);
      const added = await enterprise.api.post<{ id: string }>(
        `${enterprise.path}/corrective-actions`,
        {
          finding: '缺规程',
          measure: '补齐规程',
          owner: '王芳',
          ownerUserId: member.userId,
        },
      );
      expect(added.status).toBe(201);
      expect((await leave(member)).status).toBe(204);
      expect((await member.api.get(enterprise.path)).status).toBe(404);
      expect((await leave(member)).status).toBe(404);
      const [action] = await app.database.superuser(
        'SELECT owner, owner_user_id FROM corrective_actions WHERE id = $1',
        [added.body.id],
      );
      expect(action).toEqual({ owner: '王芳', owner_user_id: null });
      const [line] = await app.database.superuser(
        `SELECT actor_id, subject_id FROM audit_events
         WHERE organization_id = $1 AND action = 'members.left'`,
        [enterprise.organizationId],
      );
      expect(line).toEqual({ actor_id: member.userId, subject_id: member.userId });
    },
  );

  it('who is the last owner stays, and is told what to do', async () => {
    expect(await leave(enterprise)).toMatchObject({
      status: 409,
      body: { code: 'last_owner_leaves' },
    });
    expect((await enterprise.api.get(enterprise.path)).status).toBe(200);
  });

  it('who is one of the two last owners leaves, where both do at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const other = await app.member(enterprise.organizationId, 'owner');
      const answers = await Promise.all([leave(enterprise), leave(other)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      const [stays] = answers[0].status === 409 ? [enterprise] : [other];
      enterprise = { ...enterprise, ...stays };
    }
  });

  it('leaves one that is suspended too', async () => {
    const member = await app.member(enterprise.organizationId, 'viewer');
    await app.database.superuser(`UPDATE organizations SET state = 'suspended' WHERE id = $1`, [
      enterprise.organizationId,
    ]);
    expect((await leave(member)).status).toBe(204);
  });
});
