import { canonicalJson } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sha256Of, type RequestContext } from '../../kernel';
import type { CountedResult } from './counted-result';
import { CaseAgreementEntity } from './entities/case-agreement.entity';
import { CaseResultItemEntity } from './entities/case-result-item.entity';
import { CaseResultEntity } from './entities/case-result.entity';
import type { EvaluationResult } from './evaluation-result';

type Tenant = Pick<RequestContext, 'organizationId'>;

/** A result as it is kept. */
export interface KeptResult {
  /** 1, 2, …: a result that review returned is handed over again. */
  readonly number: number;
  readonly result: EvaluationResult;
  /** Of its canonical JSON. */
  readonly sha256: string;
}

/** What teams handed to the review; nothing of it is ever changed. */
@Injectable()
export class ResultsRepository {
  /** The newest; null: none was handed over yet. */
  async newest(
    manager: EntityManager,
    { organizationId }: Tenant,
    caseId: string,
  ): Promise<KeptResult | null> {
    const found = await manager.findOne(CaseResultEntity, {
      where: { organizationId, caseId },
      order: { number: 'DESC' },
    });
    if (found === null) return null;
    const result = JSON.parse(found.result) as EvaluationResult;
    return { number: found.number, result, sha256: found.resultSha256 };
  }

  /** In the turn of the case, with what is counted of it. @returns its number */
  async keep(
    manager: EntityManager,
    {
      organizationId,
      userId,
      userName,
    }: Pick<RequestContext, 'organizationId' | 'userId' | 'userName'>,
    caseId: string,
    content: EvaluationResult,
    { items, agreements }: CountedResult,
  ): Promise<number> {
    const number = 1 + (await manager.countBy(CaseResultEntity, { organizationId, caseId }));
    const result = canonicalJson(content);
    await manager.insert(CaseResultEntity, {
      ...{ organizationId, caseId, number, result, resultSha256: sha256Of(result) },
      ...{ handedOverBy: userId, handedOverByName: userName },
    });
    const place = { organizationId, caseId, number };
    const counted = items.map((item) => ({ ...place, ...item }));
    if (counted.length > 0) await manager.insert(CaseResultItemEntity, counted);
    const rows = agreements.map(({ counts, ...one }) => ({
      ...{ ...place, ...one, counts: [...counts] },
    }));
    if (rows.length > 0) await manager.insert(CaseAgreementEntity, rows);
    return number;
  }
}
