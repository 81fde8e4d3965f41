import {
  AREAS,
  isOrganizationPermission,
  isPermitted,
  permissionsOfAreas,
  type Area,
  type GrantedAreas,
  type Permission,
} from '@liangxing/contracts';
import type { Member, TestOrganization } from '../testing/test-app';
import { ApiDescription, type Operation } from './api-description';
import { AttackedEnterprise } from './attacked-enterprise';
import { makeCase } from './generated-case';
import type { KnownValues } from './plausible-values';
import { closeConnections, type RawAnswer, type RawRequest } from './raw-request';
import { SeededRandom } from './seeded-random';
import { knownValues, Target } from './target';
import { MarkedAreas } from './marked-areas';

/**
 * Consultants with grants of every kind, and people without any, ask at random for everything of the sample enterprise
 * and of each other. `ATTACK_SEED=x` makes other requests.
 */
const seed = process.env['ATTACK_SEED'] ?? 'liangxing';
const REQUESTS = 10_000;
/** The headers of a request may have 16 KiB, with cookies. */
const LONGEST_PATH = 14_000;

/** Somebody with a session, and all that is open to them. */
interface Guest {
  readonly name: string;
  readonly member: Member;
  readonly own: string;
  /** What the sample enterprise opens. */
  readonly grant: GrantedAreas | null;
  /** What they may ask of it. */
  readonly allowed: readonly Operation[];
}

const api = new ApiDescription();
const operations = api.operations.filter(
  ({ path, isUpload }) => path.includes('{organizationId}') && !isUpload,
);
let enterprise: AttackedEnterprise;
let known: KnownValues;
let marked: MarkedAreas;
let stranger: TestOrganization;
const guests: Guest[] = [];

async function consultancyWith(
  name: string,
  given: GrantedAreas | null,
  days = 1,
): Promise<TestOrganization> {
  const { app, organizationId, owner } = enterprise;
  const consultancy = await app.consultancy(name);
  const client = { organizationId, userId: owner.userId };
  if (given !== null) await app.grant(client, consultancy.organizationId, given, days);
  return consultancy;
}

function add(name: string, member: Member, own: string, grant: GrantedAreas | null): void {
  const guest = { name, member, own, grant };
  const allowed = operations.filter((one) => isAllowed(guest, one, enterprise.organizationId));
  guests.push({ ...guest, allowed });
}

/** Each area by itself read, then written; then any of them together. */
function grants(random: SeededRandom): GrantedAreas[] {
  const mixed = Array.from({ length: 8 }, () => {
    const readable = AREAS.filter(() => random.isLucky(0.5));
    return { readable, writable: readable.filter(() => random.isLucky(0.5)) };
  });
  return [
    ...AREAS.map((area) => ({ readable: [area], writable: [] })),
    ...AREAS.map((area) => ({ readable: [area], writable: [area] })),
    ...mixed.filter(({ readable }) => readable.length > 0),
    { readable: [...AREAS], writable: [] },
    { readable: [...AREAS], writable: [...AREAS] },
  ];
}

beforeAll(async () => {
  enterprise = await AttackedEnterprise.start();
  known = await knownValues(enterprise);
  const { app, organizationId } = enterprise;
  marked = await MarkedAreas.mark(app.database, organizationId);
  const random = new SeededRandom(`${seed} grants`);
  for (const [index, given] of grants(random).entries()) {
    const told = `${given.readable.join('+')} / ${given.writable.join('+')}`;
    const { organizationId: own, ...owner } = await consultancyWith(`咨询 ${index}`, given);
    add(`owner: ${told}`, owner, own, given);
    const consultant = await app.member(own, 'consultant', 'consultancy');
    await app.assign(own, organizationId, consultant);
    add(`consultant: ${told}`, consultant, own, given);
    const viewer = await app.member(own, 'viewer', 'consultancy');
    await app.assign(own, organizationId, viewer);
    add(`viewer: ${told}`, viewer, own, { ...given, writable: [] });
    add('unassigned', await app.member(own, 'consultant', 'consultancy'), own, null);
  }
  const all = { readable: [...AREAS], writable: [...AREAS] };
  const over = await consultancyWith('合作已结束', all, -1);
  add('of a grant that is over', over, over.organizationId, null);
  const none = await consultancyWith('没有委托', null);
  add('of another consultancy', none, none.organizationId, null);
  stranger = await app.organization('别的企业');
  add('of another enterprise', stranger, stranger.organizationId, null);
}, 300_000);
afterAll(async () => {
  closeConnections();
  await enterprise.stop();
});

/** An address that is longer than the server reads is cut off: there may be an answer, or a connection that ended. */
async function sendWhole(request: RawRequest): Promise<RawAnswer | undefined> {
  const isReadWhole = request.path.length < LONGEST_PATH;
  return isReadWhole ? enterprise.send(request) : enterprise.send(request).catch(() => undefined);
}

/** Whose data a path asks for; undefined where it names none of those who are here. */
function askedOf({ path }: RawRequest): string | undefined {
  return /^\/api\/organizations\/([\w-]+)/.exec(path)?.[1];
}

function isAllowed(
  guest: Omit<Guest, 'allowed'>,
  { permission }: Operation,
  organizationId: string,
): boolean {
  if (organizationId === guest.own) return true;
  if (organizationId !== enterprise.organizationId || guest.grant === null) return false;
  if (!isOrganizationPermission(permission as Permission)) return false;
  const { kind, role } = guest.member.context;
  return isPermitted({ kind, role, grant: guest.grant }, permission as never);
}

describe('of ten thousand requests of consultants and strangers', () => {
  const faults: string[] = [];
  /** Permissions by which something was answered; names of people without a grant, were there any. */
  const opened = new Set<string>();
  const closed = new Set<string>();
  const targets = new Map<string, Target>();

  const targetOf = async (operation: Operation): Promise<Target> => {
    const target = targets.get(operation.id) ?? (await Target.of(operation, enterprise, api));
    targets.set(operation.id, target);
    return target;
  };

  async function ask(index: number): Promise<void> {
    const random = new SeededRandom(`${seed} ${index}`);
    const guest = random.pick(guests);
    // Half of the requests are of what the guest may ask, so that what is told then is looked at too.
    // Each permission as often as another, however many routes ask for it.
    const permissions = [...new Set(guest.allowed.map(({ permission }) => permission))];
    const isOwnAsked = random.isLucky(0.5) && permissions.length > 0;
    const permission = isOwnAsked ? random.pick(permissions) : null;
    const choices = guest.allowed.filter((one) => one.permission === permission);
    const operation = random.pick(permission === null ? operations : choices);
    const maker = { api, known, person: guest.member };
    const made = await makeCase(`k${index}`, await targetOf(operation), random, maker);
    // Mostly the sample; else one's own, or that of somebody else who is here.
    const others = [guest.own, stranger.organizationId, random.pick(guests).own];
    const whose = random.isLucky(0.8) ? enterprise.organizationId : random.pick(others);
    const path = made.request.path.replace(enterprise.organizationId, whose);
    const answer = await sendWhole({ ...made.request, path });
    if (answer === undefined) return;
    const asked = askedOf({ ...made.request, path });
    const told = `${index} ${guest.name}: ${made.request.method} ${path.slice(0, 200)} → ${answer.status}`;
    if (answer.status >= 500) faults.push(told);
    if (answer.status < 300 && asked !== undefined) {
      if (!isAllowed(guest, operation, asked)) faults.push(told);
      if (asked !== guest.own) opened.add(guest.grant === null ? guest.name : operation.permission);
      if (operation.method !== 'GET') targets.delete(operation.id);
    } else closed.add(guest.name);
    // What is written comes back to its writer, who had it from the owner here.
    if (operation.method !== 'GET' || asked === guest.own) return;
    const text = answer.body.toString('utf8');
    const outside = marked.outside(text, guest.grant?.readable ?? []);
    if (outside.length > 0) faults.push(`${told}: tells of ${outside.join()}`);
  }

  it('none opens or tells anything beyond the grant of who asks', async () => {
    for (let index = 0; index < REQUESTS; index += 1) await ask(index);
    expect(faults).toEqual([]);
  }, 900_000);

  it('some were answered by every permission that a grant can give, and each guest was refused some', () => {
    const all = permissionsOfAreas({ readable: AREAS, writable: AREAS });
    const asked = new Set(operations.map(({ permission }) => permission));
    const given = [...all].filter((permission) => asked.has(permission));
    expect([...opened].toSorted()).toEqual(given.toSorted());
    const names = new Set(guests.map(({ name }) => name));
    expect([...names].filter((name) => !closed.has(name))).toEqual([]);
  });

  it.each(AREAS)('%s holds texts that would be known again', (area: Area) => {
    const tables = [...marked.tables].filter((table) => marked.areasOf(table).includes(area));
    expect(tables).not.toEqual([]);
    expect(marked.outside(`a ⟦${tables[0]}⟧`, [])).toEqual(tables.slice(0, 1));
    expect(marked.outside(`a ⟦${tables[0]}⟧`, [area])).toEqual([]);
  });
});
