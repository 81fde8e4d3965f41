import { Injectable } from '@nestjs/common';
import { createPlacer, keyTree, type PlaceSuggestion } from '@liangxing/system-structure';
import { RequestContext, TenantDatabase } from '../../../kernel';
import { enterpriseIndustry } from '../enterprise-industry';
import { levelOf, systemOf } from '../system-state';
import { ReadSystems } from './read-systems';

export interface SuggestedPlaces {
  readonly version: number;
  readonly rows: readonly {
    readonly standardId: string;
    /** The likeliest first; empty: nothing is known. */
    readonly suggestions: readonly PlaceSuggestion[];
  }[];
}

/** Where the standards without a place may belong, by rules that can be read. */
@Injectable()
export class SuggestPlaces {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: ReadSystems,
  ) {}

  async execute(context: RequestContext, id: string): Promise<SuggestedPlaces> {
    const { stored, standards, industry } = await this.database.readOneInstant(
      context,
      async (manager) => ({
        ...(await this.reader.whole(manager, context, id)),
        industry: await enterpriseIndustry(manager, context),
      }),
    );
    const placed = standards.filter(({ nodes }) => nodes.length > 0);
    const placer = createPlacer(keyTree(systemOf(stored)), stored.templateId, placed, industry);
    const rows = standards
      .filter(({ nodes }) => nodes.length === 0)
      .map(({ standardId, number, title, level, systemCode }) => ({
        standardId,
        suggestions: placer.suggest({
          number,
          title,
          systemCode,
          // What has no level of its own is the enterprise's own document.
          level: levelOf(level),
        }),
      }));
    return { version: stored.version, rows };
  }
}
