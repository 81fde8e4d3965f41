import { plusDays } from '@liangxing/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import { join } from 'node:path';
import type { Assessment } from '../features/assessments';
import { CheckCurrency } from '../features/catalogue';
import { CreateOrganization, EMPTY_PROFILE, SaveProfile } from '../features/organizations';
import { organizationDay, type RequestContext } from '../kernel';
import type { SmallEnterprise, SmallEvaluation } from './consultancy-files';
import { loadAnswers } from './load-answers';
import {
  loadActions,
  loadAssessment,
  loadRecords,
  loadStandards,
  loadSystem,
} from './load-material';
import {
  readSample,
  type SampleAssessment,
  type SampleRecords,
  type SampleStandards,
  type SharedProfile,
} from './sample-files';
import { hasMembership } from './sample-people';

/** Works the figures out as of some months ago. */
type KeepFigures = (monthsAgo: number) => Promise<void>;

/** Loads an enterprise that is on its way by the same steps as the sample enterprise; each looks first what is there. */
export class SmallEnterpriseLoader {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly folder: string,
    private readonly context: RequestContext,
    private readonly enterprise: SmallEnterprise,
  ) {}

  async load(keep: KeepFigures): Promise<void> {
    const { app, context, enterprise } = this;
    if (!(await hasMembership(app, context))) await this.found();
    const { standards } = enterprise.edition
      ? await this.read<SampleStandards>('standards.json')
      : { standards: enterprise.standards ?? [] };
    if (standards.length > 0) {
      await loadStandards(app, context, standards);
      await app.get(CheckCurrency).execute(context, new Date(), false);
    }
    if (enterprise.hasSystem) {
      const schemeId = enterprise.profile.schemeId ?? EMPTY_PROFILE.schemeId;
      await loadSystem(app, context, schemeId);
    }
    if (enterprise.evaluation) await this.evaluate(enterprise.evaluation, keep);
  }

  private async found(): Promise<void> {
    const { app, context, enterprise } = this;
    const { organizationId: id } = context;
    const { name, profile, edition, standards } = enterprise;
    await app.get(CreateOrganization).execute(context, { id, name, isSample: true });
    // Those that are further on have departments and objectives too, which are those of the sample enterprise.
    const isFurther = edition !== undefined || standards !== undefined;
    const shared = isFurther
      ? await readSample<SharedProfile>(this.folder, 'enterprise.json', this.reworded)
      : {};
    const content = { ...EMPTY_PROFILE, ...shared, ...profile, name };
    await app.get(SaveProfile).execute(context, { content, version: 1 });
  }

  /** Month by month, with the figures of each. */
  private async evaluate(evaluation: SmallEvaluation, keep: KeepFigures): Promise<void> {
    const { app, context } = this;
    const sample = await this.read<SampleAssessment>('assessment.json');
    const assessment = await this.begin(evaluation, sample);
    const months = evaluation.answered.length;
    for (const [index, share] of evaluation.answered.entries()) {
      await loadAnswers(app, context, sample, assessment, share);
      if (index === months - 1) break;
      await keep(months - 1 - index);
      if (this.enterprise.hasRecords)
        await loadRecords(app, context, await this.read<SampleRecords>('records.json'));
    }
    const today = organizationDay(new Date());
    const actions = evaluation.actions.map(({ dueInDays, ...action }) => ({
      ...action,
      dueOn: plusDays(today, dueInDays),
    }));
    await loadActions(app, context, actions, assessment);
  }

  private begin(
    { title, targetGrade, finishesInDays }: SmallEvaluation,
    sample: SampleAssessment,
  ): Promise<Assessment> {
    const today = organizationDay(new Date());
    const plan = {
      ...sample.plan,
      startedOn: plusDays(today, -75),
      finishedOn: plusDays(today, finishesInDays),
    };
    const own = { ...sample, title, targetGrade, targetLevel: null, plan, conclusion: '' };
    return loadAssessment(this.app, this.context, own);
  }

  private read<Content>(name: string): Promise<Content> {
    const { edition = '' } = this.enterprise;
    return readSample<Content>(join(this.folder, edition), name, this.reworded);
  }

  /** Names and letters of the sample enterprise, whose material it is. */
  private get reworded(): Readonly<Record<string, string>> {
    const { name, prefix = '', profile } = this.enterprise;
    return {
      '苏州良矩达精密机械有限公司（示例）': name,
      SLJD: prefix,
      苏良矩: '示例',
      良矩达: profile.shortName ?? name,
    };
  }
}
