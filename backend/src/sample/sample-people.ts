import type { INestApplicationContext } from '@nestjs/common';
import { RegisterAccount, UsersRepository } from '../features/accounts';
import { PlatformOrganizationsRepository } from '../features/platform';
import { PlatformDatabase, type RequestContext } from '../kernel';
import type { SampleSignIn } from './sample-files';

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
export function leading(
  userId: string,
  userName: string,
  organizationId: string,
  kind: 'enterprise' | 'consultancy' = 'enterprise',
): RequestContext {
  return {
    ...{ userId, userName, organizationId, kind },
    actingId: organizationId,
    role: 'owner',
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
