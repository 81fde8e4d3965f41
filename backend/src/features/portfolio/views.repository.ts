import { Injectable } from '@nestjs/common';
import type { SavedView } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { writeVersion, type RequestContext } from '../../kernel';
import { PortfolioViewsEntity } from './entities/portfolio-views.entity';

type Person = Pick<RequestContext, 'organizationId' | 'userId'>;

/** Version 0: none was ever saved. */
export interface StoredViews {
  readonly views: readonly SavedView[];
  readonly version: number;
}

@Injectable()
export class ViewsRepository {
  async find(manager: EntityManager, { organizationId, userId }: Person): Promise<StoredViews> {
    const found = await manager.findOneBy(PortfolioViewsEntity, { organizationId, userId });
    return { views: found?.views ?? [], version: found?.version ?? 0 };
  }

  /** @returns false where another version is stored */
  write(
    manager: EntityManager,
    { organizationId, userId }: Person,
    { views, version }: StoredViews,
  ): Promise<boolean> {
    const place = { organizationId, userId, version };
    return writeVersion(manager, PortfolioViewsEntity, place, { views: [...views] });
  }
}
