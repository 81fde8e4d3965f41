import {
  isOrganizationPermission,
  isPermitted,
  ROLE_PERMISSIONS,
  ROLES_OF_KIND,
  type OrganizationPermission,
  type Permission,
} from '@liangxing/contracts';
import type { Member } from '../testing/test-app';
import { ApiDescription, type Operation } from './api-description';
import { received } from './arranged-cases';
import { AttackedEnterprise } from './attacked-enterprise';
import { makeCase } from './generated-case';
import { MarkedAreas } from './marked-areas';
import type { KnownValues } from './plausible-values';
import { closeConnections, type RawAnswer, type RawRequest } from './raw-request';
import { SeededRandom } from './seeded-random';
import { knownValues, Target } from './target';

/**
 * The people of a body that has an application of the sample enterprise, of another body, and of enterprises ask at random
 * for everything of each other. `ATTACK_SEED=x` makes other requests.
 */
const seed = process.env['ATTACK_SEED'] ?? 'liangxing';
const REQUESTS = 10_000;
/** The headers of a request may have 16 KiB, with cookies. */
const LONGEST_PATH = 14_000;

/** Somebody with a session in one organization. */
interface Person {
  readonly name: string;
  readonly member: Member;
  readonly own: string;
}

const api = new ApiDescription();
const operations = api.operations.filter(
  ({ path, isUpload }) => path.includes('{organizationId}') && !isUpload,
);
const people: Person[] = [];
let enterprise: AttackedEnterprise;
let known: KnownValues;
/** What the enterprise and the body keep of their own: it says whose it is wherever it turns up. */
let marked: Readonly<Record<string, MarkedAreas>>;

const allowedFor = ({ member }: Person): Operation[] =>
  operations.filter(
    ({ permission }) =>
      isOrganizationPermission(permission as Permission) &&
      isPermitted({ ...member.context, grant: null }, permission as OrganizationPermission),
  );

beforeAll(async () => {
  enterprise = await AttackedEnterprise.start();
  known = await knownValues(enterprise);
  const { app, organizationId } = enterprise;
  const { body, id } = await received(enterprise);
  const other = await app.body('另一家评价中心');
  for (const { organizationId: own, path } of [body, other]) {
    enterprise.know(`${path}/cases`, [id]);
    for (const role of ROLES_OF_KIND.assessment_body) {
      const member = await app.member(own, role, 'assessment_body');
      people.push({ name: `${role} of ${own === body.organizationId ? 'the' : 'another'} body`, member, own }); // prettier-ignore
    }
  }
  enterprise.know(`${enterprise.path}/cases`, [id]);
  const stranger = await app.organization('别的企业');
  people.push({
    name: 'owner of another enterprise',
    member: stranger,
    own: stranger.organizationId,
  });
  for (const role of ['owner', 'viewer'] as const)
    people.push({ name: `${role} of the enterprise`, member: await app.member(organizationId, role), own: organizationId }); // prettier-ignore
  // What was handed over lies at the body already, and is not marked as the enterprise's.
  marked = {
    [organizationId]: await MarkedAreas.mark(app.database, organizationId),
  };
}, 300_000);
afterAll(async () => {
  closeConnections();
  await enterprise.stop();
});

/** People of a body can take each other out and close it; all are there for the next request. */
async function takeSeats(): Promise<void> {
  const seats = people.map(({ member: { userId, context }, own }) => ({
    ...{ organization_id: own, user_id: userId },
    ...{ role: context.role, organization_kind: context.kind },
  }));
  await enterprise.app.database.superuser(
    `WITH seats AS (SELECT * FROM jsonb_to_recordset($1)
       AS seat (organization_id uuid, user_id uuid, role text, organization_kind text)),
     opened AS (UPDATE organizations SET state = 'open'
       WHERE id IN (SELECT organization_id FROM seats) AND state <> 'open')
     INSERT INTO memberships (organization_id, user_id, role, organization_kind)
       SELECT * FROM seats ON CONFLICT (organization_id, user_id) DO UPDATE SET role = EXCLUDED.role
       WHERE memberships.role <> EXCLUDED.role`,
    [JSON.stringify(seats)],
  );
}

/** An address that is longer than the server reads is cut off: there may be an answer, or a connection that ended. */
async function sendWhole(request: RawRequest): Promise<RawAnswer | undefined> {
  const isReadWhole = request.path.length < LONGEST_PATH;
  return isReadWhole ? enterprise.send(request) : enterprise.send(request).catch(() => undefined);
}

describe('of ten thousand requests of bodies and of enterprises to each other', () => {
  const faults: string[] = [];
  /** Permissions by which people of bodies were answered. */
  const opened = new Set<string>();
  const refused = new Set<string>();
  const targets = new Map<string, Target>();
  const owners: string[] = [];

  const targetOf = async (operation: Operation): Promise<Target> => {
    const target = targets.get(operation.id) ?? (await Target.of(operation, enterprise, api));
    targets.set(operation.id, target);
    return target;
  };

  async function ask(index: number): Promise<void> {
    const random = new SeededRandom(`${seed} bodies ${index}`);
    const person = random.pick(people);
    const isOwn = random.isLucky(0.4);
    // The permission first: one with few routes is asked for as often as one with many.
    const among = isOwn ? allowedFor(person) : operations;
    const permission = random.pick([...new Set(among.map((one) => one.permission))]);
    const operation = random.pick(among.filter((one) => one.permission === permission));
    const maker = { api, known, person: person.member };
    const made = await makeCase(`b${index}`, await targetOf(operation), random, maker);
    const whose = isOwn ? person.own : random.pick(owners);
    const path = made.request.path.replace(enterprise.organizationId, whose);
    const answer = await sendWhole({ ...made.request, path });
    if (answer === undefined) return;
    const asked = /^\/api\/organizations\/([\w-]+)/.exec(path)?.[1];
    const told = `${index} ${person.name}: ${made.request.method} ${path.slice(0, 200)} → ${answer.status}`;
    if (answer.status >= 500) faults.push(told);
    if (answer.status >= 300) refused.add(person.name);
    else if (asked !== undefined && asked !== person.own) faults.push(told);
    else if (person.member.context.kind === 'assessment_body') opened.add(operation.permission);
    if (answer.status < 300 && operation.method !== 'GET') {
      targets.delete(operation.id);
      await takeSeats();
    }
    // What is written comes back to its writer, who had it from the owner here.
    if (operation.method !== 'GET') return;
    const text = answer.body.toString('utf8');
    for (const [owner, areas] of Object.entries(marked))
      if (owner !== person.own && areas.outside(text, []).length > 0)
        faults.push(`${told}: tells of ${areas.outside(text, []).join()}`);
  }

  beforeAll(() => {
    owners.push(...new Set(people.map(({ own }) => own)));
  });

  it('none opens or tells anything of another organization but what letters brought', async () => {
    for (let index = 0; index < REQUESTS; index += 1) await ask(index);
    expect(faults).toEqual([]);
  }, 900_000);

  it('some were answered by every permission to read that a body has, and everybody was refused some', () => {
    const reading = [...ROLE_PERMISSIONS.assessment_body.director].filter(
      (permission) =>
        permission.endsWith(':read') && operations.some((one) => one.permission === permission),
    );
    expect(reading.filter((permission) => !opened.has(permission))).toEqual([]);
    expect(people.filter(({ name }) => !refused.has(name))).toEqual([]);
  });
});
