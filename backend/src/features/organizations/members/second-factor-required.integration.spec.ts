import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../../testing/api-client';
import { withSecondFactor } from '../../../testing/authenticator';
import { TestApp } from '../../../testing/test-app';
import type { SessionDto } from '../../accounts/dto/account.dto';
import type { MemberDto } from './member.dto';

const password = 'eine lange Passphrase';
let counter = 0;

interface Person {
  readonly api: ApiClient;
  readonly userId: string;
}

describe('an organization that asks for a second factor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  async function registered(): Promise<Person> {
    const email = `sun.li.${(counter += 1)}@example.com`;
    const api = app.visitor();
    const { body } = await api.post<SessionDto>('/api/accounts', { email, name: '孙丽', password });
    return { api, userId: body.user?.id ?? '' };
  }

  /** With the person as its owner. */
  async function organizationOf({ api }: Person): Promise<string> {
    const answer = await api.post<{ id: string }>('/api/organizations', { name: '苏州示范机械' });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  const joined = (organizationId: string, { userId }: Person) =>
    app.database.superuser(
      `INSERT INTO memberships (organization_id, user_id, role) VALUES ($1, $2, 'editor')`,
      [organizationId, userId],
    );
  const ask = ({ api }: Person, id: string, isRequired = true) =>
    api.put<{ code: string }>(`/api/organizations/${id}/second-factor`, { isRequired });
  const read = async ({ api }: Person, id: string) => {
    const { status, body } = await api.get<{ code?: string }>(`/api/organizations/${id}/members`);
    return status === 200 ? 200 : [status, body.code];
  };

  it('is asked so by an owner who has one, in a session that proved it', async () => {
    const [owner, editor] = [await registered(), await registered()];
    const id = await organizationOf(owner);
    await joined(id, editor);
    const refused = await ask(owner, id);
    expect([refused.status, refused.body.code]).toEqual([409, 'own_second_factor_first']);
    await withSecondFactor(owner.api, password);
    expect((await ask(editor, id)).status).toBe(403);
    expect((await ask(owner, id)).status).toBe(204);
    expect((await ask(owner, id)).status).toBe(204);
    const told = await app.database.superuser<{ action: string }>(
      `SELECT action FROM audit_events WHERE organization_id = $1 AND action LIKE '%second_factor%'`,
      [id],
    );
    expect(told).toEqual([{ action: 'members.second_factor_required' }]);
  });

  it('stops open sessions of its people at the next request, and lets in who has switched it on', async () => {
    const [owner, editor] = [await registered(), await registered()];
    const id = await organizationOf(owner);
    await joined(id, editor);
    await withSecondFactor(owner.api, password);
    expect(await read(editor, id)).toBe(200);
    await ask(owner, id);
    expect(await read(editor, id)).toEqual([403, 'second_factor_required']);
    const written = await editor.api.post<{ code: string }>(`/api/organizations/${id}/standards`, {
      number: 'Q/A 1-2026',
      title: '不该写入',
    });
    expect([written.status, written.body.code]).toEqual([403, 'second_factor_required']);
    // Who they are and where they belong is theirs to know.
    const { body } = await editor.api.get<SessionDto>('/api/sessions/current');
    expect(body.memberships).toMatchObject([{ organizationId: id, requiresSecondFactor: true }]);
    const { authenticator } = await withSecondFactor(editor.api, password);
    expect(await read(editor, id)).toBe(200);
    const members = await owner.api.get<MemberDto[]>(`/api/organizations/${id}/members`);
    expect(members.body.map(({ hasSecondFactor }) => hasSecondFactor)).toEqual([true, true]);
    const seen = await editor.api.get<MemberDto[]>(`/api/organizations/${id}/members`);
    expect(seen.body.map(({ hasSecondFactor }) => hasSecondFactor)).toEqual([null, null]);
    const end = { code: authenticator.code(), password };
    expect((await editor.api.post('/api/account/second-factor/end', end)).status).toBe(204);
    expect(await read(editor, id)).toEqual([403, 'second_factor_required']);
    await ask(owner, id, false);
    expect(await read(editor, id)).toBe(200);
  });

  it('asks those who work on its data by a grant, and a consultancy its own for the data of others', async () => {
    const [client, owner, consultant] = [
      await registered(),
      await registered(),
      await registered(),
    ];
    const clientId = await organizationOf(client);
    const consultancyId = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '苏州咨询', 'consultancy')`,
      [consultancyId],
    );
    for (const [{ userId }, role] of [
      [owner, 'owner'],
      [consultant, 'consultant'],
    ] as const)
      await app.database.superuser(
        `INSERT INTO memberships (organization_id, organization_kind, user_id, role)
         VALUES ($1, 'consultancy', $2, $3)`,
        [consultancyId, userId, role],
      );
    await app.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable,
         ends_at, given_by, given_by_name)
       VALUES ($1, gen_random_uuid(), $2, '苏州咨询', '{register}', '{}',
         now() + interval '1 day', $3, '孙丽')`,
      [clientId, consultancyId, client.userId],
    );
    await app.database.superuser(
      'INSERT INTO client_assignments (organization_id, client_id, user_id) VALUES ($1, $2, $3)',
      [consultancyId, clientId, consultant.userId],
    );
    const work = async ({ api }: Person) => {
      const { status, body } = await api.get<{ code?: string }>(
        `/api/organizations/${clientId}/standards`,
      );
      return status === 200 ? 200 : [status, body.code];
    };
    expect([await work(owner), await work(consultant)]).toEqual([200, 200]);
    await withSecondFactor(client.api, password);
    await withSecondFactor(owner.api, password);
    await ask(client, clientId);
    const refused = [403, 'second_factor_required'];
    expect([await work(owner), await work(consultant)]).toEqual([200, refused]);
    await ask(client, clientId, false);
    await ask(owner, consultancyId);
    expect([await work(owner), await work(consultant)]).toEqual([200, refused]);
    await withSecondFactor(consultant.api, password);
    expect(await work(consultant)).toBe(200);
  });
});
