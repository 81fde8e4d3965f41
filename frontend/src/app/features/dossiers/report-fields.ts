import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SaveState, type SaveStateName } from '../../core/drafts/save-state';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { SessionService } from '../../core/session/session.service';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { DeclarationFields } from './declaration-fields';
import { DossiersApi } from './dossiers-api';
import { type AssessmentReport, type Plan, type ReportContent, readTeam, teamText } from './report';

/** 自我评价报告 beside the scores: who evaluated, when, how, and the conclusion. Fields save themselves. */
@Component({
  selector: 'lx-report-fields',
  imports: [DeclarationFields, ProblemNotice, SaveState, TranslocoDirective],
  templateUrl: './report-fields.html',
  styleUrl: './report-fields.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportFields {
  private readonly api = inject(DossiersApi);
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
  protected readonly teamText = teamText;
  protected readonly texts = ['purpose', 'method', 'sampling'] as const;
  private isSending = false;
  private isDirty = false;
  private readonly again = new QuietTimer();

  constructor() {
    effect(() => void this.load(this.assessmentId()));
  }

  protected typePlan(field: keyof Plan, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    const report = this.report();
    if (!report) return;
    const isDay = field === 'startedOn' || field === 'finishedOn';
    const typed = field === 'team' ? readTeam(value) : isDay && value === '' ? null : value;
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
      void this.drafts.remove(this.key());
    }
  }

  protected retry(): void {
    void this.send();
  }

  private async load(assessmentId: string): Promise<void> {
    this.report.set(null);
    this.theirs.set(null);
    try {
      const report = await this.api.report(assessmentId);
      if (this.assessmentId() !== assessmentId) return;
      const draft = await this.drafts.read<ReportContent>(this.key());
      this.report.set(draft ? { ...report, ...draft } : report);
      this.problem.set(null);
      if (draft) {
        this.isDirty = true;
        await this.send();
      }
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private change(content: ReportContent): void {
    this.report.update((report) => report && { ...report, ...content });
    this.isDirty = true;
    this.state.set('unsaved');
    void this.drafts.write(this.key(), content).then(() => this.send());
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
    const report = this.report();
    if (!report) return;
    this.isDirty = false;
    this.state.set('saving');
    try {
      const { plan, conclusion } = report;
      const { version } = await this.api.saveReport(report.id, report.version, {
        plan,
        conclusion,
      });
      this.report.update((shown) => shown && { ...shown, version });
    } catch (error) {
      this.isDirty = true;
      throw error;
    }
    if (this.isDirty) return;
    await this.drafts.remove(this.key());
    this.state.set('saved');
    this.problem.set(null);
    this.saved.emit();
  }

  private failed(problem: Problem): void {
    if (problem.isConflict) {
      this.theirs.set(problem.current as AssessmentReport);
      this.state.set('conflict');
    } else if (problem.isOffline) {
      this.state.set('offline');
      this.again.start(3_000, () => void this.send());
    } else {
      this.problem.set(problem);
      this.state.set('refused');
    }
  }

  private key(): string {
    return `report:${this.session.user()?.id ?? ''}:${this.assessmentId()}`;
  }
}
