import type { WordFieldValues } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { OrganizationsRepository, storedProfile } from '../../organizations';
import { UNCLASSIFIED, type Draft } from '../draft';
import { DraftsRepository } from '../drafts.repository';
import { wordValues } from './word-values';

/** What the fields of Word files stand for in this tenant, as far as whoever asks may see its profile. */
@Injectable()
export class DraftWordValues {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly organizations: OrganizationsRepository,
  ) {}

  /** One by one in the order of the drafts, which need not be stored yet. */
  async of(
    manager: EntityManager,
    context: RequestContext,
    drafts: readonly Omit<Parameters<typeof wordValues>[2] & Pick<Draft, 'standardId'>, never>[],
  ): Promise<WordFieldValues[]> {
    const profile = await storedProfile(manager, context);
    const own = await this.organizations.find(manager, context);
    const codes = await this.drafts.classificationsOf(manager, context, drafts);
    return drafts.map((draft) =>
      wordValues(own?.name ?? '', profile, draft, codes[draft.standardId ?? ''] ?? UNCLASSIFIED),
    );
  }
}
