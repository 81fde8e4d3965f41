import { Injectable } from '@nestjs/common';
import { organizationDay, ProblemError, type RequestContext } from '../../../kernel';
import { MakeMove, type Case, type SeenCase } from '../../cases';
import { CheckTeam, MeetingsRepository, requireHeld, requireLead } from '../../plans';
import { CaseReader, requireSettled, scoredOf, type TeamSheet } from '../case-reader';
import { FindingsRepository } from '../findings.repository';
import { sentFindings } from '../sent-findings';
import { SheetsRepository } from '../sheets.repository';

/** 末次会议: the lead closes the evaluation, and what does not conform goes to the enterprise. */
@Injectable()
export class HoldClosingMeeting {
  constructor(
    private readonly moves: MakeMove,
    private readonly reader: CaseReader,
    private readonly sheets: SheetsRepository,
    private readonly findings: FindingsRepository,
    private readonly check: CheckTeam,
    private readonly meetings: MeetingsRepository,
  ) {}

  /**
   * Every item is settled from now on, whoever comes to or leaves the team later.
   * @throws ProblemError not_found, version_conflict, case_moved, not_team_lead, team_undeclared, conflict_…, sheets_open,
   *   items_unsettled, closing_meeting_incomplete
   */
  execute(context: RequestContext, seen: SeenCase, text: string): Promise<Case> {
    return this.moves.execute(
      context,
      seen,
      'hold_closing_meeting',
      text,
      async (manager, found) => {
        const one = await this.reader.find(manager, context, found.id);
        requireLead(one, context.userId);
        await this.check.ready(manager, context, found.id);
        const scored = scoredOf(await this.reader.material(manager, context, found));
        const items = await this.reader.reconciled(manager, context, one, scored);
        requireSettled(items);
        const meeting = await this.meetings.find(manager, context, found.id, 'closing');
        requireHeld(meeting, organizationDay(new Date()));
        const sheets = await this.reader.countedSheets(manager, context, one);
        const settled = items.map(({ item: { id: itemId }, differs: differed, result }) => {
          if (result === null) throw new ProblemError('items_unsettled', { count: 1 });
          const { state, rules, approval } = result;
          return {
            ...{ itemId, differed, state, rules, approval, reason: '' },
            note: notesOf(sheets, itemId),
          };
        });
        await this.sheets.close(manager, context, found.id, settled);
        const findings = await this.findings.list(manager, context, found.id);
        await this.findings.send(manager, context, found.id);
        return { findings: sentFindings(scored.scheme, findings) };
      },
    );
  }
}

/** What the assessors wrote of an item, each text once. */
function notesOf(sheets: readonly TeamSheet[], itemId: string): string {
  const written = sheets.flatMap(({ answers }) =>
    answers.filter((answer) => answer.itemId === itemId).map(({ finding }) => finding.trim()),
  );
  return [...new Set(written.filter((text) => text !== ''))].join('\n');
}
