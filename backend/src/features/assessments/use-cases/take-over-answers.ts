import { Injectable } from '@nestjs/common';
import type { Scheme } from '@liangxing/scheme';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../kernel';
import { AnswersRepository } from '../answers.repository';
import type { AnswerContent } from '../assessment';
import { checkedContent } from './record-answer';

/** Writes first answers that come from elsewhere; what somebody answered already stays as it is. */
@Injectable()
export class TakeOverAnswers {
  constructor(private readonly answers: AnswersRepository) {}

  /** @returns ids of the items that were written */
  async execute(
    manager: EntityManager,
    context: RequestContext,
    { assessmentId, scheme }: { readonly assessmentId: string; readonly scheme: Scheme },
    contents: ReadonlyMap<string, AnswerContent>,
  ): Promise<readonly string[]> {
    const written: string[] = [];
    for (const [itemId, content] of contents) {
      const place = { assessmentId, itemId };
      const checked = checkedContent(scheme, itemId, content);
      const version = await this.answers.record(manager, context, place, 0, checked, null);
      if (version !== null) written.push(itemId);
    }
    return written;
  }
}
