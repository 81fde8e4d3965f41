import type { INestApplicationContext } from '@nestjs/common';
import { FOUNDING, type OrganizationKind } from '@liangxing/contracts';
import { RegisterAccount, UsersRepository } from '../features/accounts';
import { PlatformOrganizationsRepository } from '../features/platform';
import { PlatformDatabase, type RequestContext } from '../kernel';
import type { SampleTargets } from './sample-files';
import { readSample, type SampleSignIn } from './sample-files';

export type Person = Pick<RequestContext, 'userId' | 'userName'>;

/** Somebody for each part of the sample. */
export type People = Readonly<Record<SampleSignIn['role'], Person>>;

export async function loadPeople({ app, folder }: SampleTargets): Promise<People> {
  const signIns = await readSample<SampleSignIn[]>(folder, 'sign-ins.json');
  const userIds = await loadUsers(app, signIns);
  const people = signIns.map(
    ({ role, name }, index) => [role, { userId: userIds[index] ?? '', userName: name }] as const,
  );
  return Object.fromEntries(people) as unknown as People;
}

/**
 * Registers those who have no account yet; nobody reads mail at a made-up address, so that it counts as confirmed.
 * @returns their ids, in the same order
 */
export async function loadUsers(
  app: INestApplicationContext,
  signIns: readonly SampleSignIn[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { email, name, password } of signIns) {
    const known = await app.get(UsersRepository).findByEmail(email);
    const language = 'zh-CN';
    const id =
      known?.id ??
      (await app.get(RegisterAccount).execute({ email, name, password, language })).userId;
    await app
      .get(PlatformDatabase)
      .transaction(id, (manager) => app.get(UsersRepository).confirmEmail(manager, id, email));
    ids.push(id);
  }
  return ids;
}

/** As somebody of the sample who leads an organization of it. */
export function leading<Kind extends OrganizationKind>(
  userId: string,
  userName: string,
  organizationId: string,
  kind: Kind,
): RequestContext & { readonly kind: Kind };
export function leading(
  userId: string,
  userName: string,
  organizationId: string,
  kind?: OrganizationKind,
): RequestContext;
export function leading(
  userId: string,
  userName: string,
  organizationId: string,
  kind: OrganizationKind = 'enterprise',
): RequestContext {
  return {
    ...{ userId, userName, organizationId, kind },
    actingId: organizationId,
    role: FOUNDING[kind].founder,
    grant: null,
    correlationId: 'sample',
    language: 'zh-CN',
  };
}

export async function hasMembership(
  app: INestApplicationContext,
  { userId, organizationId }: RequestContext,
): Promise<boolean> {
  const memberships = await app.get(UsersRepository).memberships(userId);
  return memberships.some((membership) => membership.organizationId === organizationId);
}

/** How an organization stands, whoever its people are; null: there never was one. */
export function standingOf(app: INestApplicationContext, organizationId: string) {
  const organizations = app.get(PlatformOrganizationsRepository);
  return app
    .get(PlatformDatabase)
    .transaction('', (manager) => organizations.find(manager, organizationId));
}

/** Whether somebody closed it, had it closed, or left it since: then it is not made or changed again. */
export async function isTaken(
  app: INestApplicationContext,
  context: RequestContext,
): Promise<boolean> {
  const standing = await standingOf(app, context.organizationId);
  if (standing === null) return false;
  const isAtWork = standing.state === 'open' || standing.state === 'waiting';
  return !isAtWork || !(await hasMembership(app, context));
}
