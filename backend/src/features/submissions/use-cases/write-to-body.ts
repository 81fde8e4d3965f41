import { OPEN_CASE_STATES, type AuditAction } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  type RequestContext,
} from '../../../kernel';
import { LettersRepository, WriteLetter, type LetterContent } from '../../letters';
import { stateAfterWriting, type Submission } from '../submission';
import { SubmissionsRepository } from '../submissions.repository';

type WrittenKind = 'answered' | 'withdrawn' | 'appealed';

const ACTIONS: Readonly<Record<WrittenKind, AuditAction>> = {
  answered: 'submission.answered',
  withdrawn: 'submission.withdrawn',
  appealed: 'submission.appealed',
};

/** Answers what the body asked, withdraws the application, or appeals against its refusal. */
@Injectable()
export class WriteToBody {
  constructor(
    private readonly database: TenantDatabase,
    private readonly submissions: SubmissionsRepository,
    private readonly letters: LettersRepository,
    private readonly writing: WriteLetter,
    private readonly audit: Audit,
  ) {}

  /**
   * @param answers number of the body's question
   * @throws ProblemError not_found, case_moved, question_unknown
   */
  answer(
    context: RequestContext,
    id: string,
    { answers, text }: { readonly answers: number; readonly text: string },
  ): Promise<Submission> {
    return this.write(context, id, 'answered', { answers, text }, async (manager, { state }) => {
      if (!OPEN_CASE_STATES.includes(state)) throw new ProblemError('case_moved');
      const all = await this.letters.list(manager, context, id);
      const isAsked = all.some(({ kind, number }) => kind === 'asked' && number === answers);
      const isAnswered = all.some(({ content }) => content.answers === answers);
      if (!isAsked || isAnswered) throw new ProblemError('question_unknown');
    });
  }

  /** @throws ProblemError not_found, case_moved where it is withdrawn already, or has come to an end */
  withdraw(context: RequestContext, id: string, text: string): Promise<Submission> {
    return this.write(context, id, 'withdrawn', { text }, async (_, submission) => {
      if (stateAfterWriting(submission, 'withdrawn') === submission.state)
        throw new ProblemError('case_moved');
      return Promise.resolve();
    });
  }

  /** Once against a refusal. @throws ProblemError not_found, case_moved, appeal_made */
  appeal(context: RequestContext, id: string, text: string): Promise<Submission> {
    return this.write(context, id, 'appealed', { text }, async (manager, submission) => {
      if (stateAfterWriting(submission, 'appealed') === submission.state)
        throw new ProblemError('case_moved');
      const all = await this.letters.list(manager, context, id);
      if (all.some(({ kind }) => kind === 'appealed')) throw new ProblemError('appeal_made');
    });
  }

  private write(
    context: RequestContext,
    id: string,
    kind: WrittenKind,
    content: LetterContent,
    check: (manager: EntityManager, submission: Submission) => Promise<void>,
  ): Promise<Submission> {
    return this.database.transaction(context, async (manager) => {
      const submission = await this.submissions.lock(manager, context, id);
      if (submission === null) throw notFound();
      await check(manager, submission);
      const state = stateAfterWriting(submission, kind);
      const written = submission.written + 1;
      await this.submissions.change(manager, context, submission, { state, written });
      const { heard: seen, bodyId, bodyName } = submission;
      const said = { ...content, text: content.text.trim() };
      const letter = { caseId: id, number: written, kind, state, seen, content: said };
      await this.writing.execute(manager, context, letter, bodyId);
      const subject = { type: 'submission', id };
      await this.audit.record(manager, context, ACTIONS[kind], subject, { body: bodyName });
      return (await this.submissions.find(manager, context, id)) ?? submission;
    });
  }
}
