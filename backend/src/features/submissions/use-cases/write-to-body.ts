import {
  asksForCorrection,
  FINDING_MOVES,
  OPEN_CASE_STATES,
  roundsOf,
  stateOfSent,
  type AuditAction,
  type FindingAnswer,
} from '@liangxing/contracts';
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

/** In the trail. */
const ACTIONS = {
  answered: 'submission.answered',
  finding_answered: 'submission.finding_answered',
  withdrawn: 'submission.withdrawn',
} as const satisfies Readonly<Record<string, AuditAction>>;

/** Answers what the body asked or found, or withdraws the application. */
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
   * What became of a finding: its cause, and what was done.
   * @throws ProblemError not_found, case_moved where findings are not answered now, finding_not_asked
   */
  answerFinding(
    context: RequestContext,
    id: string,
    { text, ...findingAnswer }: FindingAnswer & { readonly text: string },
  ): Promise<Submission> {
    const said = { findingAnswer, text };
    return this.write(context, id, 'finding_answered', said, async (manager, { state }) => {
      if (state !== 'rectifying') throw new ProblemError('case_moved');
      const letters = (await this.letters.list(manager, context, id)).map(
        ({ number, content }) => ({ number, ...content }),
      );
      const { finding: number } = findingAnswer;
      const finding = letters
        .flatMap(({ findings = [] }) => findings)
        .find((one) => one.number === number);
      const stands = stateOfSent(roundsOf(letters, number));
      const isAsked = finding !== undefined && asksForCorrection(finding);
      if (!isAsked || !FINDING_MOVES.answer.from.some((state) => state === stands))
        throw new ProblemError('finding_not_asked');
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

  private write(
    context: RequestContext,
    id: string,
    kind: keyof typeof ACTIONS,
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
