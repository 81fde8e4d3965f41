import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { isPassing } from '../../core/drafts/draft-saver';
import { SaveState, type SaveStateName } from '../../core/drafts/save-state';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { SessionService } from '../../core/session/session.service';
import { Members } from '../../core/people/members';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { DeclarationFields } from './declaration-fields';
import {
  type AssessmentReport,
  type Plan,
  type ReportContent,
  namesWithAccounts,
  readTeam,
  teamText,
  withAccounts,
} from './report';

const quietMilliseconds = 700;
const retryMilliseconds = 3_000;

/** What was typed and is not with the server yet; a draft of an earlier release knows no version. */
interface ReportDraft extends ReportContent {
  readonly version?: number;
}

/** 自我评价报告 beside the scores: who evaluated, when, how, and the conclusion. Fields save themselves. */
@Component({
  selector: 'lx-report-fields',
  imports: [DeclarationFields, ProblemNotice, SaveState, TranslocoDirective],
  templateUrl: './report-fields.html',
  styleUrl: './report-fields.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportFields {
  private readonly api = inject(Api);
  private readonly drafts = inject(LocalDrafts);
  private readonly session = inject(SessionService);

  readonly assessmentId = input.required<string>();
  readonly canWrite = input(false);
  /** The report on the server is another than before. */
  readonly saved = output();

  protected readonly report = signal<AssessmentReport | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly state = signal<SaveStateName>('saved');
  protected readonly theirs = signal<AssessmentReport | null>(null);
  private readonly members = inject(Members);
  protected readonly teamText = teamText;
  protected readonly namesWithAccounts = namesWithAccounts;
  protected readonly texts = ['purpose', 'method', 'sampling'] as const;
  private isSending = false;
  private isDirty = false;
  private isGone = false;
  private readonly timer = new QuietTimer();

  constructor() {
    effect(() => void this.load(this.assessmentId()));
    // What waits goes at once; what the server does not take stays here for the next visit.
    inject(DestroyRef).onDestroy(() => {
      this.timer.stop();
      this.isGone = true;
      void this.send();
    });
  }

  protected typePlan(field: keyof Plan, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    const report = this.report();
    if (!report) return;
    const isDay = field === 'startedOn' || field === 'finishedOn';
    const members = this.members.list();
    const typed =
      field === 'team'
        ? withAccounts(readTeam(value), report.plan.team, members)
        : isDay && value === ''
          ? null
          : value;
    this.change({ plan: { ...report.plan, [field]: typed }, conclusion: report.conclusion });
  }

  protected confirmDeclarations(declarations: Plan['declarations']): void {
    const report = this.report();
    if (!report) return;
    this.change({ plan: { ...report.plan, declarations }, conclusion: report.conclusion });
  }

  protected typeConclusion(event: Event): void {
    const report = this.report();
    if (!report) return;
    this.change({ plan: report.plan, conclusion: (event.target as HTMLTextAreaElement).value });
  }

  protected settle(keep: 'mine' | 'theirs'): void {
    const [mine, theirs] = [this.report(), this.theirs()];
    if (!mine || !theirs) return;
    this.theirs.set(null);
    this.report.set(keep === 'mine' ? { ...mine, version: theirs.version } : theirs);
    if (keep === 'mine') {
      void this.send();
    } else {
      this.isDirty = false;
      this.state.set('saved');
      void this.drafts.remove(this.key()).catch(() => undefined);
    }
  }

  protected retry(): void {
    void this.send();
  }

  private async load(assessmentId: string): Promise<void> {
    // What waited for another evaluation is kept for its next visit.
    this.timer.stop();
    this.isDirty = false;
    this.state.set('saved');
    this.report.set(null);
    this.theirs.set(null);
    try {
      const report = await this.api.get('/assessments/{assessmentId}', { assessmentId });
      if (this.assessmentId() !== assessmentId) return;
      const draft = await this.drafts.read<ReportDraft>(this.key()).catch(() => undefined);
      if (this.assessmentId() !== assessmentId) return;
      this.report.set(draft ? { ...report, ...draft, version: report.version } : report);
      this.problem.set(null);
      if (draft) await this.takeUp(draft, report);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** What an earlier visit left unsent goes now, unless somebody else has written meanwhile. */
  private async takeUp({ version }: ReportDraft, report: AssessmentReport): Promise<void> {
    this.isDirty = true;
    if (version === undefined || version === report.version) {
      await this.send();
      return;
    }
    this.theirs.set(report);
    this.state.set('conflict');
  }

  private change(content: ReportContent): void {
    const report = this.report();
    if (!report) return;
    this.report.set({ ...report, ...content });
    this.isDirty = true;
    if (!this.theirs()) this.state.set('unsaved');
    const draft: ReportDraft = { ...content, version: report.version };
    // A browser whose storage is full or blocked still saves.
    void this.drafts.write(this.key(), draft).catch(() => undefined);
    this.timer.start(quietMilliseconds, () => void this.send());
  }

  private async send(): Promise<void> {
    if (this.isSending || this.theirs()) return;
    this.isSending = true;
    try {
      while (this.isDirty) await this.sendOnce();
    } catch (error) {
      this.failed(problemOf(error));
    } finally {
      this.isSending = false;
    }
  }

  private async sendOnce(): Promise<void> {
    const [report, key] = [this.report(), this.key()];
    if (!report) return;
    this.isDirty = false;
    this.state.set('saving');
    try {
      const { id, plan, conclusion } = report;
      const { version } = await this.api.patch('/assessments/{assessmentId}', {
        ...{ assessmentId: id, ifMatch: report.version },
        body: { plan, conclusion },
      });
      this.report.update((shown) => (shown?.id === report.id ? { ...shown, version } : shown));
    } catch (error) {
      this.isDirty = true;
      throw error;
    }
    if (this.isDirty) return;
    await this.drafts.remove(key).catch(() => undefined);
    this.state.set('saved');
    this.problem.set(null);
    if (!this.isGone) this.saved.emit();
  }

  private failed(problem: Problem): void {
    if (problem.isConflict) {
      this.theirs.set(problem.current as AssessmentReport);
      this.state.set('conflict');
    } else if (isPassing(problem.status)) {
      this.state.set('offline');
      if (!this.isGone) this.timer.start(retryMilliseconds, () => void this.send());
    } else {
      this.problem.set(problem);
      this.state.set('refused');
    }
  }

  private key(): string {
    return `report:${this.session.user()?.id ?? ''}:${this.assessmentId()}`;
  }
}
