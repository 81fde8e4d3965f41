import { indexItems, type Scheme } from '@liangxing/scheme';
import { Injectable } from '@nestjs/common';
import { isWritten } from '@liangxing/contracts';
import {
  Audit,
  ProblemError,
  shareTurn,
  TenantDatabase,
  validationFailed,
  versionConflict,
  type RequestContext,
} from '../../../kernel';
import { turnOfCase } from '../../cases';
import { requireLead } from '../../plans';
import { CaseReader } from '../case-reader';
import { checkedAnswer } from '../checked-answer';
import type { SettledContent } from '../sheet';
import { SheetsRepository } from '../sheets.repository';

/** Of a bonus item that nobody judged nothing is missing. */
const isBonusItem = (scheme: Scheme, itemId: string): boolean =>
  indexItems(scheme).get(itemId)?.section.bonus === true;

/**
 * The lead settles an item, once everybody has handed in; what the assessors judged stays beside it. After the closing
 * meeting too, as where the review finds something.
 */
@Injectable()
export class SettleItem {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reader: CaseReader,
    private readonly sheets: SheetsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @param place the version that the lead saw; 0: it is settled for the first time
   * @throws ProblemError not_found, not_team_lead, case_moved, sheets_open, item_outside_scheme, validation_failed,
   *   version_conflict
   */
  execute(
    context: RequestContext,
    caseId: string,
    place: { readonly itemId: string; readonly version: number },
    content: SettledContent,
  ): Promise<void> {
    return this.database.transaction(context, async (manager) => {
      await shareTurn(manager, turnOfCase(caseId));
      const one = await this.reader.find(manager, context, caseId);
      requireLead(one, context.userId);
      const { state: caseState } = one.found;
      if (caseState === 'evaluating') await this.reader.countedSheets(manager, context, one);
      else if (caseState !== 'rectifying') throw new ProblemError('case_moved');
      const { scheme } = await this.reader.material(manager, context, one.found);
      const { note, reason } = content;
      if (!isWritten(reason)) throw validationFailed({ path: 'reason', code: 'required' });
      const judged = { ...content, finding: note, measured: null };
      const { state, rules, approval } = checkedAnswer(scheme.document, place.itemId, judged);
      if (state === 'unanswered' && !isBonusItem(scheme.document, place.itemId))
        throw validationFailed({ path: 'state', code: 'required' });
      const settled = { state, rules, approval, note: note.trim(), reason: reason.trim() };
      if (!(await this.sheets.settle(manager, context, caseId, place, settled)))
        throw versionConflict(null);
      const subject = { type: 'case', id: caseId };
      const { itemId } = place;
      await this.audit.record(manager, context, 'case.settled', subject, {
        ...{ number: one.found.number, itemId, state },
      });
    });
  }
}
