import type { CaseState, MeetingKind } from '@liangxing/contracts';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  takeTurn,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { CasesRepository, turnOfCase } from '../../cases';
import { CheckTeam } from '../check-team';
import { requireHeld, type Meeting, type MeetingFacts } from '../meeting';
import { MeetingsRepository } from '../meetings.repository';

/** While a meeting is prepared or held, and its record can still be put right. */
const STATES: Readonly<Record<MeetingKind, readonly CaseState[]>> = {
  first: ['planned', 'evaluating', 'rectifying'],
  closing: ['evaluating', 'rectifying'],
};

/** From when on a meeting was held: its record can be put right, but not be emptied. */
const HELD: Readonly<Record<MeetingKind, readonly CaseState[]>> = {
  first: ['evaluating', 'rectifying'],
  closing: ['rectifying'],
};

/** Writes down where and when a meeting was, who was there, and what was said. */
@Injectable()
export class RecordMeeting {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly check: CheckTeam,
    private readonly audit: Audit,
  ) {}

  /**
   * @param seen version that the person has seen; 0 where nothing was written
   * @throws ProblemError not_found, not_of_evaluation, independence_undeclared, case_moved, version_conflict with what is
   *   stored, validation_failed: in_future; meeting_incomplete, closing_meeting_incomplete where it was held already
   */
  execute(
    context: RequestContext,
    caseId: string,
    seen: Pick<Meeting, 'kind' | 'version'>,
    facts: MeetingFacts,
  ): Promise<Meeting> {
    const today = organizationDay(new Date());
    if (facts.heldOn !== null && facts.heldOn > today)
      throw validationFailed({ path: 'heldOn', code: 'in_future' });
    return this.database.transaction(context, async (manager) => {
      await takeTurn(manager, turnOfCase(caseId));
      const found = await this.cases.find(manager, context, caseId);
      if (found === null) throw notFound();
      await this.check.requireRecorder(manager, context, caseId);
      if (!STATES[seen.kind].includes(found.state)) throw new ProblemError('case_moved');
      if (HELD[seen.kind].includes(found.state)) requireHeld({ ...facts, kind: seen.kind }, today);
      if (!(await this.meetings.write(manager, context, caseId, seen, facts)))
        throw versionConflict(await this.meetings.find(manager, context, caseId, seen.kind));
      const subject = { type: 'case', id: caseId };
      const { number } = found;
      await this.audit.record(manager, context, 'case.meeting_recorded', subject, { number });
      return { ...facts, kind: seen.kind, version: seen.version + 1 };
    });
  }
}
