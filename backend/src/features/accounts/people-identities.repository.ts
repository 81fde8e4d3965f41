import { Injectable } from '@nestjs/common';
import type { AnyRole, Area, Language, OrganizationKind } from '@liangxing/contracts';
import {
  platformPermissions,
  Config,
  PlatformDatabase,
  type GrantedEntry,
  type Identity,
  type Membership,
  type TokenScope,
} from '../../kernel';

const MEMBERSHIPS =
  'SELECT organization_id, organization_kind AS kind, role FROM memberships WHERE user_id = $1';
const GRANTS = 'SELECT * FROM app.grants_of_person()';

/** Columns of a user `u`, and by what they are proved: `session_id` of a session or an access token. */
export const PROVED_PERSON = `u.id AS user_id, u.name, u.language, u.email,
  u.email_confirmed_at IS NOT NULL AS is_email_confirmed`;

/** A row of `PROVED_PERSON`. */
export interface ProvedPerson {
  readonly session_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly language: Language;
  readonly email: string;
  readonly is_email_confirmed: boolean;
}

interface MembershipRow {
  readonly organization_id: string;
  readonly kind: OrganizationKind;
  readonly role: AnyRole;
}

interface GrantRow {
  readonly id: string;
  readonly data_id: string;
  readonly acting_id: string;
  readonly readable: Area[];
  readonly writable: Area[];
  readonly ends_at: Date;
}

/** What a person who was proved by a session or a token is, with all roles and grants. SQL: every request asks. */
@Injectable()
export class PeopleIdentitiesRepository {
  constructor(
    private readonly database: PlatformDatabase,
    private readonly config: Config,
  ) {}

  async of(person: ProvedPerson, accessToken: TokenScope | null): Promise<Identity> {
    // Row-level security shows memberships only to whom they belong, who is known after the first answer.
    const rows = await this.database.readSingle<MembershipRow>(person.user_id, MEMBERSHIPS, [
      person.user_id,
    ]);
    const memberships = new Map(
      rows.map(({ organization_id: id, kind, role }) => [id, { kind, role }]),
    );
    return {
      userId: person.user_id,
      sessionId: person.session_id,
      accessToken,
      userName: person.name,
      language: person.language,
      memberships,
      grants: await this.grantsOf(person.user_id, memberships),
      platform: new Set(
        platformPermissions(this.config, {
          email: person.email,
          isEmailConfirmed: person.is_email_confirmed,
        }),
      ),
    };
  }

  /** Only who belongs to another kind of organization than an enterprise works on the data of others. */
  private async grantsOf(
    userId: string,
    memberships: ReadonlyMap<string, Membership>,
  ): Promise<ReadonlyMap<string, GrantedEntry>> {
    if ([...memberships.values()].every(({ kind }) => kind === 'enterprise')) return new Map();
    const rows = await this.database.readSingle<GrantRow>(userId, GRANTS, []);
    return new Map(
      rows.flatMap(({ id, data_id, acting_id, readable, writable, ends_at }) => {
        const membership = memberships.get(acting_id);
        if (!membership) return [];
        const grant = { id, readable, writable, until: ends_at };
        return [[data_id, { ...membership, actingId: acting_id, grant }] as const];
      }),
    );
  }
}
