import { isPermitted } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { agreementFigures, type AssessorAgreement } from '../agreement-figures';
import { itemFigures, type ItemFigure } from '../item-figures';
import { ResultFiguresRepository, type ResultsAsked } from '../result-figures.repository';

/** What the results of a scheme say over cases. */
export interface ResultFigures {
  readonly cases: number;
  /** Null: there is no result, and it is not known. */
  readonly kind: 'scored' | 'readiness' | null;
  readonly items: readonly ItemFigure[];
  /** Of everybody, or of the person who asks alone. */
  readonly people: readonly AssessorAgreement[];
  readonly isOwnOnly: boolean;
}

type Asking = Pick<RequestContext, 'organizationId' | 'userId' | 'kind' | 'role' | 'grant'>;

/** Whoever plans or decides sees how far everybody agrees; others see their own figures. */
@Injectable()
export class ReadResultFigures {
  constructor(private readonly figures: ResultFiguresRepository) {}

  /** Inside a transaction of the body. */
  async execute(
    manager: EntityManager,
    context: Asking,
    asked: ResultsAsked,
  ): Promise<ResultFigures> {
    const seesAll = isPermitted(context, 'cases:plan') || isPermitted(context, 'cases:decide');
    const only = seesAll ? null : context.userId;
    const last = await this.figures.last(manager, context, asked);
    const counted = await this.figures.items(manager, context, asked);
    const names = (last?.items ?? []).map(({ itemId, clause, topic }) => ({
      ...{ itemId, clause, topic },
    }));
    return {
      cases: await this.figures.cases(manager, context, asked),
      kind: last?.scheme.kind ?? null,
      items: itemFigures(counted, names),
      people: agreementFigures(await this.figures.agreements(manager, context, asked, only)),
      isOwnOnly: !seesAll,
    };
  }
}
