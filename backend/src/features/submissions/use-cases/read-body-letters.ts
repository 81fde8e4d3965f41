import { lastMove, stateAsTold } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  HandlesJob,
  TenantDatabase,
  type JobContext,
  type JobHandler,
} from '../../../kernel';
import {
  DELIVER_TO_ENTERPRISE,
  LettersRepository,
  ReadLetters,
  type Letter,
  type LetterDelivery,
  type LetterReader,
} from '../../letters';
import { SubmissionsRepository } from '../submissions.repository';

/** The enterprise reads what the body wrote: how the application stands follows from it and from the own letters. */
@Injectable()
@HandlesJob(DELIVER_TO_ENTERPRISE)
export class ReadBodyLetters implements JobHandler<LetterDelivery>, LetterReader {
  readonly writtenBy = 'body';

  constructor(
    private readonly database: TenantDatabase,
    private readonly submissions: SubmissionsRepository,
    private readonly letters: LettersRepository,
    private readonly reading: ReadLetters,
    private readonly audit: Audit,
  ) {}

  handle(delivery: LetterDelivery, signal?: AbortSignal): Promise<void> {
    return this.reading.execute(delivery, this, signal);
  }

  /** An application is never removed: without one its enterprise has been deleted. */
  async heard(context: JobContext, caseId: string): Promise<number | 'gone'> {
    const submission = await this.database.read(context, (manager) =>
      this.submissions.find(manager, context, caseId),
    );
    return submission?.heard ?? 'gone';
  }

  read(context: JobContext, letter: Letter): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      const { caseId, number } = letter;
      const submission = await this.submissions.lock(manager, context, caseId);
      if (submission === null || submission.heard >= number) return;
      await this.letters.keep(manager, context, letter);
      const all = await this.letters.list(manager, context, caseId);
      const own = all
        .filter(({ writtenBy }) => writtenBy === 'enterprise')
        .sort((one, other) => one.number - other.number);
      const moved = lastMove(all.filter(({ writtenBy }) => writtenBy === 'body'));
      const state = stateAsTold(letter, moved, own);
      const caseNumber = letter.content.caseNumber ?? submission.caseNumber;
      const changes = { state, heard: number, caseNumber };
      await this.submissions.change(manager, context, submission, changes);
      const subject = { type: 'submission', id: caseId };
      await this.audit.record(manager, context, 'submission.letter_read', subject, {
        body: submission.bodyName,
        letter: letter.kind,
      });
    });
  }
}
