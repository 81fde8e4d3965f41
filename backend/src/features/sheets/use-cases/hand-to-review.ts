import { isWritten, listed } from '@liangxing/contracts';
import { isAtLeastGrade, targetGradesOf, type Scheme } from '@liangxing/scheme';
import type { Score } from '@liangxing/scoring';
import { Injectable } from '@nestjs/common';
import { organizationDay, ProblemError, type RequestContext } from '../../../kernel';
import { MakeMove, type Case, type SeenCase } from '../../cases';
import { LettersRepository } from '../../letters';
import { OrganizationsRepository } from '../../organizations';
import { requireLead } from '../../plans';
import { CaseReader } from '../case-reader';
import { ConclusionsRepository } from '../conclusions.repository';
import { countResult } from '../counted-result';
import { FindingsRepository } from '../findings.repository';
import { freezeResult, scoreSettled } from '../freeze-result';
import { ResultsRepository } from '../results.repository';
import { standing, unverified } from '../sent-findings';
import type { ConclusionFields } from '../sheet';
import { SheetsRepository } from '../sheets.repository';

type Complete = ConclusionFields & { readonly recommendation: 'grant' | 'refuse' };

/** 提交复核: the lead hands over what the team came to, frozen. */
@Injectable()
export class HandToReview {
  constructor(
    private readonly moves: MakeMove,
    private readonly reader: CaseReader,
    private readonly sheets: SheetsRepository,
    private readonly findings: FindingsRepository,
    private readonly conclusions: ConclusionsRepository,
    private readonly results: ResultsRepository,
    private readonly letters: LettersRepository,
    private readonly organizations: OrganizationsRepository,
  ) {}

  /**
   * @throws ProblemError not_found, version_conflict, case_moved, not_team_lead, findings_unverified,
   *   conclusion_incomplete, grade_outside_scheme, grade_not_reached
   */
  execute(context: RequestContext, seen: SeenCase, text: string): Promise<Case> {
    return this.moves.execute(context, seen, 'hand_to_review', text, async (manager, found) => {
      const one = await this.reader.find(manager, context, found.id);
      const { team } = one;
      requireLead(one, context.userId);
      const written = await this.findings.list(manager, context, found.id);
      const letters = await this.letters.list(manager, context, found.id);
      const findings = standing(written, letters);
      const waiting = unverified(findings).map(({ number }) => number);
      if (waiting.length > 0)
        throw new ProblemError('findings_unverified', listed('numbers', waiting));
      const material = await this.reader.material(manager, context, found);
      const settled = await this.sheets.settled(manager, context, found.id);
      const conclusion = complete(await this.conclusions.find(manager, context, found.id));
      requireReached(material.scheme.document, scoreSettled(material, settled), conclusion);
      const result = freezeResult({
        caseNumber: found.number,
        bodyName: await this.organizations.nameOf(manager, context),
        ...{ material, team, settled, findings, conclusion },
        plan: letters.findLast(({ kind }) => kind === 'plan_sent')?.content.plan ?? null,
        handedOver: { by: context.userName, on: organizationDay(new Date()) },
      });
      const sheets = await this.reader.handedIn(manager, context, one);
      const counted = countResult({ material, settled, sheets, findings });
      await this.results.keep(manager, context, found.id, result, counted);
      return {};
    });
  }
}

/** @throws ProblemError conclusion_incomplete */
function complete({ recommendation, ...fields }: ConclusionFields): Complete {
  const lacksGrade = recommendation === 'grant' && fields.grade === '';
  if (recommendation === null || lacksGrade || !isWritten(fields.summary))
    throw new ProblemError('conclusion_incomplete');
  return { ...fields, recommendation };
}

/** Where the scheme gives grades by points, none above the one that they reach. */
function requireReached(
  scheme: Scheme,
  { grade: reached }: Score,
  { recommendation, grade }: Complete,
): void {
  if (recommendation === 'refuse') return;
  const grades = targetGradesOf(scheme);
  if (!grades.includes(grade)) throw new ProblemError('grade_outside_scheme', { grade });
  if (scheme.kind !== 'scored' || scheme.grades.length === 0) return;
  if (reached === null || !isAtLeastGrade(grades, reached, grade))
    throw new ProblemError('grade_not_reached', { grade, reached: reached ?? '—' });
}
