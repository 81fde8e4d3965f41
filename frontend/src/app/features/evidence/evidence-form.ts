import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import type { Evidence, EvidenceChange } from './evidence';
import { EvidenceApi } from './evidence-api';

/** Name, period and end of validity of one file. */
@Component({
  selector: 'lx-evidence-form',
  imports: [ProblemNotice, TranslocoDirective],
  templateUrl: './evidence-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceForm {
  private readonly api = inject(EvidenceApi);

  readonly file = input.required<Evidence>();
  readonly saved = output();
  readonly closed = output();

  protected readonly saving = new Busy();
  protected readonly problem = signal<Problem | null>(null);

  protected save(title: string, from: string, to: string, until: string): void {
    const change: EvidenceChange = {
      title: title.trim(),
      periodFrom: from || null,
      periodTo: to || null,
      validUntil: until || null,
    };
    void this.saving.run(() => this.saveNow(change));
  }

  private async saveNow(change: EvidenceChange): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.change(this.file(), change);
      this.saved.emit();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
