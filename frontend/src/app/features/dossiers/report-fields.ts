import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateField } from '../../core/date-field/date-field';
import { SaveState } from '../../core/drafts/save-state';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Members } from '../../core/people/members';
import { PeopleLinks } from '../../core/people/people-links';
import { typedPeople } from '../../core/people/typed-person';
import { DeclarationFields } from './declaration-fields';
import { type Plan, type ReportContent, readTeam, teamText } from './report';
import { ReportAside } from './report-aside';
import { ReportQueue } from './report-queue';

/** 自我评价报告 beside the scores: who evaluated, when, how, and the conclusion. Fields save themselves. */
@Component({
  selector: 'lx-report-fields',
  imports: [
    DateField,
    DeclarationFields,
    PeopleLinks,
    ProblemNotice,
    ReportAside,
    SaveState,
    TranslocoDirective,
  ],
  templateUrl: './report-fields.html',
  styleUrl: './report-fields.less',
  providers: [ReportQueue],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportFields {
  protected readonly queue = inject(ReportQueue);

  readonly assessmentId = input.required<string>();
  readonly canWrite = input(false);
  /** The report on the server is another than before. */
  readonly saved = output();

  private readonly members = inject(Members);
  protected readonly report = this.queue.report;
  private readonly unread = signal<Problem | null>(null);
  protected readonly problem = computed(() => this.unread() ?? this.queue.problem());
  protected readonly canType = computed(() => this.canWrite() && this.queue.tooLate() === null);
  protected readonly teamText = teamText;
  protected readonly texts = ['purpose', 'method', 'sampling'] as const;

  constructor() {
    effect(() => {
      const id = this.assessmentId();
      untracked(() => void this.load(id));
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
        ? typedPeople(readTeam(value), report.plan.team, members)
        : isDay && value === ''
          ? null
          : value;
    this.change({ plan: { ...report.plan, [field]: typed }, conclusion: report.conclusion });
  }

  protected changePlan(change: Partial<Plan>): void {
    const report = this.report();
    if (!report) return;
    this.change({ plan: { ...report.plan, ...change }, conclusion: report.conclusion });
  }

  protected typeConclusion(event: Event): void {
    const report = this.report();
    if (!report) return;
    this.change({ plan: report.plan, conclusion: (event.target as HTMLTextAreaElement).value });
  }

  private change(content: ReportContent): void {
    this.queue.change(content);
  }

  private async load(assessmentId: string): Promise<void> {
    this.unread.set(null);
    const isWanted = () => this.assessmentId() === assessmentId;
    try {
      await this.queue.open(assessmentId, isWanted, () => this.saved.emit());
    } catch (error) {
      if (isWanted()) this.unread.set(problemOf(error));
    }
  }
}
