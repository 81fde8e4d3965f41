import { LETTERS } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue, type JobContext } from '../../../kernel';
import { deliveryOf, DELIVERY_OF } from '../delivery';
import type { Letter } from '../letter';
import { LettersRepository } from '../letters.repository';

/** A letter as somebody writes it; its side follows from its kind. */
export type WrittenLetter = Pick<
  Letter,
  'caseId' | 'number' | 'kind' | 'state' | 'seen' | 'content'
>;

/** Writes a letter and sends it, in the transaction that makes the move of which it tells. */
@Injectable()
export class WriteLetter {
  constructor(
    private readonly letters: LettersRepository,
    private readonly jobs: JobQueue,
  ) {}

  async execute(
    manager: EntityManager,
    context: JobContext,
    letter: WrittenLetter,
    addresseeId: string,
  ): Promise<void> {
    const writtenBy = LETTERS[letter.kind].by;
    const written = { ...letter, writtenBy, writerName: context.userName };
    await this.letters.write(manager, context, written, addresseeId);
    const delivery = deliveryOf(context, { caseId: letter.caseId, addresseeId });
    await this.jobs.enqueue(manager, DELIVERY_OF[writtenBy], delivery);
  }
}
