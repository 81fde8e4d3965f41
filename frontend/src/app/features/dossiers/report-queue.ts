import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../../core/api/api';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import { DraftQueue } from '../../core/drafts/draft-queue';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import { type AssessmentReport, type ReportContent, mergeReports } from './report';

/** The report is one thing that is saved. */
const REPORT = 'report';

/** As builds before the common saver kept it; the first of them without a version. */
interface KeptReport extends ReportContent {
  readonly version?: number;
}

/** What the self-evaluation report says, and what of it is not yet stored. Provided by its form. */
@Injectable()
export class ReportQueue extends DraftQueue<ReportContent, AssessmentReport> {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly organization = inject(CurrentOrganization);
  private readonly current = inject(CurrentAssessment);
  private readonly stored = signal<AssessmentReport | null>(null);

  /** Null: not known yet. */
  readonly report = computed<AssessmentReport | null>(() => {
    const stored = this.stored();
    return stored && { ...stored, ...this.drafts().get(REPORT)?.content };
  });
  readonly theirs = computed(() => this.conflicts().get(REPORT)?.theirs ?? null);
  readonly problem = computed(() => this.refused().get(REPORT) ?? null);
  readonly tooLate = computed(() => this.aside().get(REPORT) ?? null);

  /** @param isWanted false: another one was asked for meanwhile */
  async open(assessmentId: string, isWanted: () => boolean, onSaved: () => void): Promise<void> {
    this.close();
    this.stored.set(null);
    const organizationId = this.organization.id();
    const report = await this.api.get('/assessments/{assessmentId}', { assessmentId });
    if (!isWanted()) return;
    this.stored.set(report);
    const key = `report:${this.session.user()?.id ?? ''}:${assessmentId}`;
    void this.openTarget({
      prefix: `${key}:`,
      earlier: {
        key,
        draftsOf: (kept) => {
          const { plan, conclusion, version = report.version } = kept as KeptReport;
          return [{ itemId: REPORT, content: { plan, conclusion }, version }];
        },
      },
      send: (_, { content: { plan, conclusion }, version }) =>
        this.api.patch('/assessments/{assessmentId}', {
          ...{ organizationId, assessmentId, ifMatch: version },
          body: { plan, conclusion },
        }),
      stored: () => this.stored() ?? undefined,
      contentOf: ({ plan, conclusion }) => ({ plan, conclusion }),
      merge: mergeReports,
      onSaved: (saved) => {
        this.stored.set(saved);
        onSaved();
      },
      onClosed: () => this.current.lookAgain(assessmentId),
    });
  }

  change(content: ReportContent): void {
    this.put(REPORT, content);
  }

  choose(keep: 'mine' | 'theirs'): void {
    this.settle(REPORT, keep);
  }
}
