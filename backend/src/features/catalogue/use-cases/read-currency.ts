/** Check a register against the catalogue, as it stands now. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeptByStamp, type JobContext } from '../../../kernel';
import { CatalogueRepository, type CatalogueEntry } from '../catalogue.repository';
import { CurrencyReport, needsEditions, type CheckedStandard } from '../currency-report';
import { CurrencyRepository } from '../currency.repository';
import { lookupOf } from '../standard-lookup';

/** Rows of all kept reports together; some hundred megabytes at the very most. */
const MOST_ROWS = 60_000;

@Injectable()
export class ReadCurrency {
  private readonly kept = new KeptByStamp<CurrencyReport>({
    most: MOST_ROWS,
    sizeOf: ({ rows }) => rows.length,
  });

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
    return this.kept.of(tenant.organizationId, stamp, () => this.read(manager, tenant, day));
  }

  private async read(
    manager: EntityManager,
    tenant: Pick<JobContext, 'organizationId'>,
    day: string,
  ): Promise<CurrencyReport> {
    return this.reportOn(manager, await this.currency.standards(manager, tenant, day), day);
  }

  /** A handful of statements for any number of standards, whether a register lists them or not. */
  async reportOn(
    manager: EntityManager,
    standards: readonly CheckedStandard[],
    day: string,
  ): Promise<CurrencyReport> {
    const looked = standards.flatMap((standard) => {
      const lookup = lookupOf(standard);
      return lookup === null ? [] : [{ standard, lookup }];
    });
    const identities = [...new Set(looked.map(({ lookup }) => lookup.identity))];
    const replacements = await this.catalogue.replacementsFrom(manager, identities);
    const named = [...new Set([...identities, ...replacements.map(({ newKey }) => newKey)])];
    const entries = new Map<string, CatalogueEntry>();
    for (const entry of await this.catalogue.byIdentity(manager, named))
      entries.set(entry.identityKey, entry);
    const series = looked
      .filter(({ standard, lookup }) =>
        needsEditions(standard, lookup, entries.get(lookup.identity)),
      )
      .map(({ lookup }) => lookup.series);
    const editions = await this.catalogue.bySeries(manager, [...new Set(series)]);
    for (const entry of editions) entries.set(entry.identityKey, entry);
    const followed = new Set(named);
    // Whether an edition that nobody lists is replaced itself, too.
    const further = await this.catalogue.replacementsFrom(
      manager,
      editions.map(({ identityKey }) => identityKey).filter((key) => !followed.has(key)),
    );
    const edges = new Map(
      [...replacements, ...further].map((edge) => [`${edge.oldKey}\n${edge.newKey}`, edge]),
    );
    return new CurrencyReport(
      standards,
      { entries: [...entries.values()], replacements: [...edges.values()] },
      day,
    );
  }
}
