import {
  AREAS,
  isOpenedByToken,
  isPermitted,
  isReachedByTokens,
  type AnyRole,
  type Area,
  type GrantedAreas,
  type OrganizationKind,
  type OrganizationPermission,
  type Permission,
} from '@liangxing/contracts';
import { randomUUID } from 'node:crypto';
import { ApiDescription, type Operation } from '../../../attacks/api-description';
import { makeToken, Program } from '../../../testing/access-token';
import { TestApp, type Member, type TestOrganization } from '../../../testing/test-app';

interface Person {
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
  readonly grant: GrantedAreas | null;
}

const scope = (readable: readonly Area[], writable: readonly Area[] = []): GrantedAreas => ({
  readable: [...new Set([...readable, ...writable])],
  writable,
});
const owner: Person = { kind: 'enterprise', role: 'owner', grant: null };
const viewer: Person = { kind: 'enterprise', role: 'viewer', grant: null };
const grant = scope(['register', 'system', 'dossier'], ['register', 'evidence']);
const consultant: Person = { kind: 'consultancy', role: 'consultant', grant };

/** Who asks by which token. */
const cases: readonly (readonly [string, Person, GrantedAreas])[] = [
  ['an owner’s for everything', owner, scope([], AREAS)],
  ['an owner’s to read everything', owner, scope(AREAS)],
  ...AREAS.map((area) => [`an owner’s to write ${area}`, owner, scope([], [area])] as const),
  ['a viewer’s for everything', viewer, scope([], AREAS)],
  ['a consultant’s for everything', consultant, scope([], AREAS)],
  ['a consultant’s for other areas', consultant, scope(['dossier', 'records'], ['evidence'])],
];

/** Answers of the guards, before the work of a route begins. */
const refusals = ['access_token_scope', 'access_token_invalid', 'not_signed_in', 'csrf_missing'];

describe('over all routes', () => {
  let app: TestApp;
  let enterprise: TestOrganization;
  let people: ReadonlyMap<Person, Member>;
  const operations = new ApiDescription().operations.filter(({ isPublic }) => !isPublic);

  beforeAll(async () => {
    app = await TestApp.start();
    enterprise = await app.organization();
    const consultancyId = randomUUID();
    await app.database.superuser(
      `INSERT INTO organizations (id, name, kind) VALUES ($1, '良方咨询', 'consultancy')`,
      [consultancyId],
    );
    await app.database.superuser(
      `INSERT INTO access_grants (organization_id, id, grantee_id, grantee_name, readable, writable, ends_at, given_by, given_by_name)
       VALUES ($1, gen_random_uuid(), $2, '良方咨询', $3, $4, now() + interval '1 day', $5, '王芳')`,
      [enterprise.organizationId, consultancyId, grant.readable, grant.writable, enterprise.userId],
    );
    people = new Map([
      [owner, enterprise],
      [viewer, await app.member(enterprise.organizationId, 'viewer')],
      [consultant, await app.member(consultancyId, 'owner', 'consultancy')],
    ]);
  });
  afterAll(() => app.stop());

  /** Of things that are not there: who is let in changes nothing. */
  async function ask(program: Program, { method, path }: Operation) {
    const address = path
      .replace('{organizationId}', enterprise.organizationId)
      .replace(/\{\w+\}/g, () => randomUUID());
    const body = method === 'GET' ? undefined : {};
    const answer = await program.fetch(method, address, body, { ifMatch: 1 });
    const told = await answer.text();
    const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
    const { code = '' } = isProblem ? (JSON.parse(told) as { code: string }) : {};
    return { status: answer.status, code };
  }

  function expectedOf(
    { permission }: { permission: string },
    person: Person,
    areas: GrantedAreas,
  ): 'let in' | 'forbidden' | 'access_token_scope' {
    const named = permission as Permission;
    const isOfOrganization =
      !/^(account|schemes:read|organizations:(create|approve)|catalogue:maintain|platform)/.test(
        named,
      );
    if (isOfOrganization && !isPermitted(person, named as OrganizationPermission))
      return 'forbidden';
    return isOpenedByToken(areas, named) ? 'let in' : 'access_token_scope';
  }

  it('says which of them tokens reach', () => {
    expect(operations.length).toBeGreaterThan(150);
    const wrong = operations.filter(
      ({ permission, takesTokens }) => takesTokens !== isReachedByTokens(permission as Permission),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it.each(cases)(
    '%s reaches exactly those of its areas and its person',
    async (_, person, areas) => {
      const member = people.get(person);
      const { token } = await makeToken(member!.api, areas);
      const program = new Program(app.address, token);
      const surprises: string[] = [];
      let isLetIn = 0;
      for (const operation of operations) {
        const expected = expectedOf(operation, person, areas);
        const { status, code } = await ask(program, operation);
        if (expected === 'let in') isLetIn += 1;
        const isRight =
          expected === 'let in' ? status < 500 && !refusals.includes(code) : code === expected;
        if (!isRight) surprises.push(`${operation.id}: ${status} ${code} instead of ${expected}`);
      }
      expect(surprises).toEqual([]);
      expect(isLetIn).toBeGreaterThan(3);
      expect(isLetIn).toBeLessThan(operations.length);
    },
  );
});
