import { OPEN_CASE_STATES, stateAfterLetter, type AuditAction } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { LettersRepository, WriteLetter, type LetterContent } from '../../letters';
import { SubmissionDto } from '../dto/submission.dto';
import type { Submission } from '../submission';
import { SubmissionsRepository } from '../submissions.repository';

/** Answers what the body asked, or withdraws the application. */
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

  /**
   * @param seen the version that was looked at
   * @throws ProblemError not_found, version_conflict, case_moved where it is withdrawn already, or has come to an end
   */
  withdraw(
    context: RequestContext,
    { id, version }: Pick<Submission, 'id' | 'version'>,
    text: string,
  ): Promise<Submission> {
    return this.write(context, id, 'withdrawn', { text }, (_, found) => {
      if (found.version !== version) throw versionConflict(SubmissionDto.of(found));
      const { state } = found;
      if (stateAfterLetter(state, 'withdrawn') === state) throw new ProblemError('case_moved');
    });
  }

  private write(
    context: RequestContext,
    id: string,
    kind: 'answered' | 'withdrawn',
    content: LetterContent,
    check: (manager: EntityManager, submission: Submission) => void | Promise<void>,
  ): Promise<Submission> {
    return this.database.transaction(context, async (manager) => {
      const submission = await this.submissions.lock(manager, context, id);
      if (submission === null) throw notFound();
      await check(manager, submission);
      const state = stateAfterLetter(submission.state, kind);
      const written = submission.written + 1;
      await this.submissions.change(manager, context, submission, { state, written });
      const { heard: seen, bodyId, bodyName } = submission;
      const said = { ...content, text: content.text.trim() };
      const letter = { caseId: id, number: written, kind, state, seen, content: said };
      await this.writing.execute(manager, context, letter, bodyId);
      const action: AuditAction =
        kind === 'answered' ? 'submission.answered' : 'submission.withdrawn';
      const subject = { type: 'submission', id };
      await this.audit.record(manager, context, action, subject, { body: bodyName });
      return (await this.submissions.find(manager, context, id)) ?? submission;
    });
  }
}
