import { Injectable } from '@nestjs/common';
import type {
  AnyRole,
  Area,
  Language,
  OrganizationKind,
  OrganizationState,
} from '@liangxing/contracts';
import { In, IsNull, QueryFailedError, type EntityManager } from 'typeorm';
import { PlatformDatabase } from '../../kernel';
import { EmailChangeEntity } from './entities/email-change.entity';
import { EmailConfirmationEntity } from './entities/email-confirmation.entity';
import { PasswordResetEntity } from './entities/password-reset.entity';
import { PendingSignInEntity } from './entities/pending-sign-in.entity';
import { UserEntity } from './entities/user.entity';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** A person as the own account shows them. */
export interface OwnUser extends User {
  readonly isEmailConfirmed: boolean;
}

export interface UserWithPassword extends OwnUser {
  /** Null: who signs in by a provider and has set none. */
  readonly passwordHash: string | null;
}

/** A person's place in one organization. */
export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
  readonly state: OrganizationState;
  readonly stateReason: string;
  readonly stateSince: string;
  readonly isSample: boolean;
  readonly requiresSecondFactor: boolean;
}

/** What opens the data of a client to a person. */
export interface Entry {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly state: OrganizationState;
  readonly isSample: boolean;
  /** The organization of the person that was given the grant. */
  readonly actingId: string;
  readonly actingName: string;
  /** Of the organization that acts, and what the person is in it. */
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
  readonly readable: Area[];
  readonly writable: Area[];
  /** When the grant ends. */
  readonly until: string;
}

@Injectable()
export class UsersRepository {
  constructor(private readonly database: PlatformDatabase) {}

  /** @returns false when the address is taken */
  async insert(
    manager: EntityManager,
    user: Omit<UserWithPassword, 'isEmailConfirmed'>,
  ): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(UserEntity)
      .values(user)
      .orIgnore()
      .returning(['id'])
      .execute();
    return (raw as unknown[]).length === 1;
  }

  /** @param email as `normalEmail` writes it */
  async findByEmail(email: string): Promise<UserWithPassword | null> {
    return userOf(await this.database.manager.findOneBy(UserEntity, { email }));
  }

  /** How many of these addresses have an account. */
  countOf(emails: readonly string[]): Promise<number> {
    return this.database.manager.countBy(UserEntity, { email: In([...emails]) });
  }

  /** @param manager of the transaction in which it is asked: a second connection could wait for ever */
  async find(id: string, manager = this.database.manager): Promise<UserWithPassword | null> {
    return userOf(await manager.findOneBy(UserEntity, { id }));
  }

  /** Only what the worker, who writes mails, may read of a person. */
  async addressee(by: { readonly id: string } | { readonly email: string }): Promise<User | null> {
    return this.database.manager.findOne(UserEntity, {
      select: { id: true, email: true, name: true, language: true },
      where: by,
    });
  }

  /** Until the transaction ends nobody else sets a password. @returns false where there is no such account */
  async lock(manager: EntityManager, id: string): Promise<boolean> {
    const select = { id: true } as const;
    const lock = { mode: 'pessimistic_write' } as const;
    return (await manager.findOne(UserEntity, { select, where: { id }, lock })) !== null;
  }

  /** What was begun with the password of before ends: links to a new one, sign-ins, a change of the address. */
  async setPassword(manager: EntityManager, id: string, passwordHash: string): Promise<void> {
    await manager.update(UserEntity, { id }, { passwordHash, updatedAt: () => 'now()' });
    for (const begun of [PasswordResetEntity, PendingSignInEntity, EmailChangeEntity])
      await manager.delete(begun, { userId: id });
  }

  /**
   * The person has read a mail at the new address. Links that were mailed to the one of before end.
   * @returns false when another account has it by now
   */
  async setEmail(manager: EntityManager, id: string, email: string): Promise<boolean> {
    const isTaken = await manager
      .update(
        UserEntity,
        { id },
        { email, emailConfirmedAt: () => 'now()', updatedAt: () => 'now()' },
      )
      .then(() => false, isTakenAddress);
    if (isTaken) return false;
    for (const mailed of [PasswordResetEntity, EmailConfirmationEntity])
      await manager.delete(mailed, { userId: id });
    return true;
  }

  /**
   * The person has read a mail at this address; nothing happens where the account has another one by now.
   * @returns whether it is confirmed only now
   */
  async confirmEmail(manager: EntityManager, id: string, email: string): Promise<boolean> {
    const { affected } = await manager.update(
      UserEntity,
      { id, email, emailConfirmedAt: IsNull() },
      { emailConfirmedAt: () => 'now()' },
    );
    return affected === 1;
  }

  async change(
    id: string,
    {
      name,
      language,
    }: { readonly name?: string | undefined; readonly language?: Language | undefined },
  ): Promise<void> {
    await this.database.manager.update(
      UserEntity,
      { id },
      {
        ...(name === undefined ? {} : { name }),
        ...(language === undefined ? {} : { language }),
        updatedAt: () => 'now()',
      },
    );
  }

  /** Whether the last mail with a link to a new password was given up. */
  async noteResetMail(email: string, isFailed: boolean): Promise<void> {
    await this.database.manager.update(
      UserEntity,
      { email },
      { resetMailFailedAt: isFailed ? () => 'now()' : null },
    );
  }

  /** Where a person belongs, by name; samples after what is real, and in the order of their ids. SQL joins two rooms. */
  async memberships(userId: string): Promise<Membership[]> {
    const rows = await this.database.transaction(userId, (manager) =>
      manager.query<(Omit<Membership, 'stateSince'> & { readonly stateSince: Date })[]>(
        `SELECT m.organization_id AS "organizationId", o.name AS "organizationName", o.kind, m.role, o.state,
           o.state_reason AS "stateReason", o.state_since AS "stateSince", o.is_sample AS "isSample",
           o.requires_second_factor AS "requiresSecondFactor"
         FROM memberships m JOIN organizations o ON o.id = m.organization_id
         WHERE m.user_id = $1 AND o.state <> 'deleted'
         ORDER BY o.is_sample, CASE WHEN o.is_sample THEN o.id END, o.name, o.id`,
        [userId],
      ),
    );
    return rows.map(({ stateSince, ...row }) => ({ ...row, stateSince: stateSince.toISOString() }));
  }

  /** Clients whose data a person may enter by the grant of an organization of theirs, by name. SQL joins two rooms. */
  async entries(userId: string): Promise<Entry[]> {
    const rows = await this.database.transaction(userId, (manager) =>
      manager.query<(Entry & { until: Date })[]>(
        `SELECT g.data_id AS "organizationId", g.data_name AS "organizationName", g.data_state AS state,
           g.data_is_sample AS "isSample", g.acting_id AS "actingId", o.name AS "actingName", o.kind, m.role,
           g.readable, g.writable, g.ends_at AS until
         FROM app.grants_of_person() g
         JOIN memberships m ON m.organization_id = g.acting_id AND m.user_id = $1
         JOIN organizations o ON o.id = g.acting_id
         WHERE o.state = 'open' ORDER BY o.name, g.acting_id, g.data_name, g.data_id`,
        [userId],
      ),
    );
    return rows.map((row) => ({ ...row, until: row.until.toISOString() }));
  }
}

function userOf(found: UserEntity | null): UserWithPassword | null {
  if (found === null) return null;
  const { id, email, name, language, passwordHash, emailConfirmedAt } = found;
  return { id, email, name, language, passwordHash, isEmailConfirmed: emailConfirmedAt !== null };
}

const UNIQUE_VIOLATION = '23505';

function isTakenAddress(error: unknown): true {
  if (error instanceof QueryFailedError && error.driverError.code === UNIQUE_VIOLATION) return true;
  throw error;
}
