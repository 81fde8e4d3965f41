import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { CaseDecisionDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { DownloadLink } from '../../core/download/download-link';
import { pointsText } from '../../core/i18n/points';

/** 评价结果: what the team handed over, frozen, and its report. */
@Component({
  selector: 'lx-result-part',
  imports: [DownloadLink, TranslocoDirective],
  templateUrl: './result-part.html',
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultPart {
  private readonly api = inject(Api);
  private readonly cases = inject(CaseStore);

  readonly result = input.required<NonNullable<CaseDecisionDto['result']>>();

  protected readonly points = pointsText;

  protected reportUrl(format: 'pdf' | 'docx'): string {
    return this.api.url('/cases/{id}/report', { id: this.cases.id(), format });
  }
}
