import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type AsideWords, asideLines } from '../../core/drafts/aside-lines';
import { SetAsideText } from '../../core/drafts/set-aside';
import { type Plan, type ReportContent, teamText } from './report';
import { ReportQueue } from './report-queue';

type Fields = Plan & Pick<ReportContent, 'conclusion'>;

const fieldsOf = ({ plan, conclusion }: ReportContent): Fields => ({ ...plan, conclusion });

/** What was typed of the report of an evaluation that somebody closed meanwhile. */
@Component({
  selector: 'lx-report-aside',
  imports: [SetAsideText],
  template: `@if (queue.tooLate(); as aside) {
    <lx-set-aside [problem]="aside.problem" [lines]="lines()" (givenUp)="queue.takeStored()" />
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportAside {
  private readonly transloco = inject(TranslocoService);
  protected readonly queue = inject(ReportQueue);

  protected readonly lines = computed(() => {
    const [typed, stored] = [this.queue.tooLate()?.content, this.queue.report()];
    return typed && stored ? asideLines(fieldsOf(typed), fieldsOf(stored), this.words()) : [];
  });

  private words(): AsideWords<Fields> {
    const word = (field: string) => (text: string | null) => ({
      label: this.transloco.translate<string>(`dossiers.report.${field}`),
      text: text ?? '',
    });
    return {
      startedOn: word('startedOn'),
      finishedOn: word('finishedOn'),
      team: (team) => word('team')(teamText(team)),
      purpose: word('purpose'),
      method: word('method'),
      sampling: word('sampling'),
      conclusion: word('conclusion'),
    };
  }
}
