import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { ReadCurrency } from '../use-cases/read-currency';
import { VerificationsRepository } from '../verifications.repository';
import { checkedOf, stateOfRow, type KnownStandard, type WantedStandard } from './watched';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** What is known today of standards that somebody follows, or is about to. */
@Injectable()
export class ReadWatched {
  constructor(
    private readonly reading: ReadCurrency,
    private readonly verifications: VerificationsRepository,
  ) {}

  /** By identity. What the register lists is what its currency check says; of others the catalogue and people tell. */
  async known(
    manager: EntityManager,
    tenant: Tenant,
    day: string,
    wanted: readonly WantedStandard[],
  ): Promise<ReadonlyMap<string, KnownStandard>> {
    if (wanted.length === 0) return new Map();
    const register = await this.reading.report(manager, tenant, day);
    const listed = new Map(
      register.rows.toReversed().map((row) => [row.standard.identityKey, row] as const),
    );
    const identities = wanted.map(({ identityKey }) => identityKey);
    const verified = await this.verifications.latestOf(manager, tenant, identities);
    const others = wanted
      .filter(({ identityKey }) => !listed.has(identityKey))
      .map((one) => checkedOf(one, verified.get(one.identityKey)));
    const report = await this.reading.reportOn(manager, others, day);
    const unlisted = new Map(report.rows.map((row) => [row.standard.identityKey, row] as const));
    return new Map(
      identities.flatMap((identity) => {
        const own = listed.get(identity);
        const row = own ?? unlisted.get(identity);
        if (row === undefined) return [];
        const found = verified.get(identity);
        const known: KnownStandard = {
          row,
          listed: own ? { id: own.standard.id, version: own.standard.version } : null,
          verified: found ?? null,
          state: stateOfRow(row, found),
        };
        return [[identity, known] as const];
      }),
    );
  }
}
