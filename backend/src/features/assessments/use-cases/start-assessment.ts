import { Injectable } from '@nestjs/common';
import { isHistorical, targetGradesOf } from '@liangxing/scheme';
import { randomUUID } from 'node:crypto';
import {
  Audit,
  notFound,
  organizationDay,
  ProblemError,
  RequestContext,
  TenantDatabase,
  validationFailed,
} from '../../../kernel';
import { SchemeCatalogue, type PublishedScheme } from '../../schemes';
import { AnswersRepository } from '../answers.repository';
import { emptyPlan, type Assessment } from '../assessment';
import { AssessmentsRepository } from '../assessments.repository';
import { moveAnswers, type LeftBehind } from './move-answers';

interface StartAssessmentCommand {
  readonly title: string;
  readonly schemeId: string;
  readonly schemeVersion?: string | undefined;
  readonly targetGrade?: string | undefined;
  readonly copyFrom?: string | undefined;
}

interface StartedAssessment extends Assessment {
  /** Answers of the earlier one that this version of the scheme has no place for. */
  readonly leftBehind: readonly LeftBehind[];
}

/** Begins a self-evaluation under a published scheme, perhaps with the answers of an earlier one. */
@Injectable()
export class StartAssessment {
  constructor(
    private readonly database: TenantDatabase,
    private readonly assessments: AssessmentsRepository,
    private readonly answers: AnswersRepository,
    private readonly schemes: SchemeCatalogue,
    private readonly audit: Audit,
  ) {}

  async execute(
    context: RequestContext,
    command: StartAssessmentCommand,
  ): Promise<StartedAssessment> {
    const { schemeId, schemeVersion, targetGrade = '', copyFrom } = command;
    const published =
      schemeVersion === undefined
        ? await this.schemes.newest(context, schemeId)
        : await this.schemes.find(context, schemeId, schemeVersion);
    if (published === null) throw new ProblemError('unknown_scheme');
    checkTarget(published, targetGrade);
    return this.database.transaction(context, async (manager) => {
      let leftBehind: readonly LeftBehind[] = [];
      const source = copyFrom ? await this.assessments.find(manager, context, copyFrom) : null;
      if (copyFrom !== undefined && source === null) throw notFound();
      const assessment = await this.assessments.insert(manager, context, {
        id: randomUUID(),
        title: command.title,
        schemeId,
        schemeVersion: published.scheme.version,
        targetGrade,
        targetLevel: hasLevels(published) ? (source?.targetLevel ?? null) : null,
        state: 'open',
        plan: source?.plan ?? emptyPlan,
        conclusion: '',
      });
      if (source !== null) {
        // Rules of another scheme would not fit: answers move only within one scheme.
        if (source.schemeId !== schemeId)
          throw validationFailed({ path: 'copyFrom', code: 'invalid' });
        const { schemeVersion: before } = source;
        const { scheme } = await this.schemes.pinned(context, schemeId, before, manager);
        const answers = await this.answers.list(manager, context, source.id);
        const moved = moveAnswers(answers, scheme, published.scheme, context.language);
        await this.answers.copy(manager, context, source.id, assessment.id, moved);
        leftBehind = moved.leftBehind;
      }
      const subject = { type: 'assessment', id: assessment.id };
      const { version } = published.scheme;
      await this.audit.record(manager, context, 'assessment.started', subject, {
        schemeId,
        schemeVersion: version,
      });
      return { ...assessment, leftBehind };
    });
  }
}

/** @throws ProblemError when the scheme has no such grade to apply for */
export function checkTarget({ scheme }: PublishedScheme, targetGrade: string): void {
  if (targetGrade === '' || targetGradesOf(scheme).includes(targetGrade)) return;
  throw validationFailed({ path: 'targetGrade', code: 'not_one_of' });
}

/** 国家级 and 省级 ended with the schemes of their time. */
export function hasLevels({ scheme }: PublishedScheme): boolean {
  return isHistorical(scheme, organizationDay(new Date()));
}

/** @throws ProblemError when a level is set under a scheme that knows none */
export function checkLevel(published: PublishedScheme, level: Assessment['targetLevel']): void {
  if (level === null || hasLevels(published)) return;
  throw validationFailed({ path: 'targetLevel', code: 'level_not_known' });
}
