/** Check a register against the catalogue, as it stands now. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobContext } from '../../../kernel';
import { CatalogueRepository } from '../catalogue.repository';
import { CurrencyReport, lookupOf } from '../currency-report';
import { CurrencyRepository } from '../currency.repository';
import { KeptReports } from '../kept-reports';

@Injectable()
export class ReadCurrency {
  private readonly kept = new KeptReports();

  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly currency: CurrencyRepository,
  ) {}

  /**
   * The whole report, in the transaction of whoever asks, before that writes. It is read anew only where register,
   * catalogue or day have changed since: paging through it costs one statement.
   */
  async report(
    manager: EntityManager,
    tenant: Pick<JobContext, 'organizationId'>,
    day: string,
  ): Promise<CurrencyReport> {
    // Before the rows: what changes in between makes the report newer than its stamp, and so read again.
    const stamp = `${day} ${await this.currency.stamp(manager, tenant)}`;
    const kept = this.kept.get(tenant.organizationId, stamp);
    if (kept !== undefined) return kept;
    const report = await this.read(manager, tenant, day);
    this.kept.keep(tenant.organizationId, stamp, report);
    return report;
  }

  /** A handful of statements for a register of any size. */
  private async read(
    manager: EntityManager,
    tenant: Pick<JobContext, 'organizationId'>,
    day: string,
  ): Promise<CurrencyReport> {
    const standards = await this.currency.standards(manager, tenant, day);
    const lookups = standards.map(lookupOf).filter((lookup) => lookup !== null);
    const identities = [...new Set(lookups.map(({ identity }) => identity))];
    const series = [...new Set(lookups.map((lookup) => lookup.series))];
    const replacements = await this.catalogue.replacementsFrom(manager, identities);
    const editions = await this.catalogue.bySeries(manager, series);
    const known = new Set(editions.map(({ identityKey }) => identityKey));
    const missing = new Set(
      [...identities, ...replacements.map(({ newKey }) => newKey)].filter((key) => !known.has(key)),
    );
    const others = await this.catalogue.byIdentity(manager, [...missing]);
    const followed = new Set([...identities, ...replacements.map(({ newKey }) => newKey)]);
    // Whether an edition that nobody lists is replaced itself, too.
    const further = await this.catalogue.replacementsFrom(
      manager,
      [...known].filter((key) => !followed.has(key)),
    );
    const edges = new Map(
      [...replacements, ...further].map((edge) => [`${edge.oldKey}\n${edge.newKey}`, edge]),
    );
    const entries = [...editions, ...others];
    return new CurrencyReport(standards, { entries, replacements: [...edges.values()] }, day);
  }
}
