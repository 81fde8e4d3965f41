import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateField } from '../../core/date-field/date-field';
import { Api } from '../../core/api/api';
import { ModalTitle } from '../../core/dialog/modal-title';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { type Evidence, type EvidenceChange, changedOf } from './evidence';
import { evidenceTexts } from './evidence-texts';

export interface AskedEvidence {
  readonly file: Evidence;
  /** Stored, or found to be stored otherwise: the list is to be read again. */
  readonly changed: () => void;
}

/** Name, period and end of validity of one file. */
@Component({
  selector: 'lx-evidence-form',
  imports: [DateField, ModalTitle, ProblemNotice, TranslocoDirective],
  providers: [evidenceTexts],
  templateUrl: './evidence-form.html',
  host: { 'data-testid': 'evidence-form' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceForm {
  private readonly api = inject(Api);
  protected readonly dialog = inject(DialogRef);
  private readonly asked = inject<AskedEvidence>(DIALOG_DATA);
  protected readonly file = this.asked.file;
  /** Over which the next change goes. */
  private version = this.file.version;

  protected readonly saving = new Busy();
  protected readonly problem = signal<Problem | null>(null);

  protected save(title: string, from: string, to: string, until: string): void {
    const change = changedOf(this.file, {
      title: title.trim(),
      periodFrom: from || null,
      periodTo: to || null,
      validUntil: until || null,
    });
    void this.saving.run(() => this.saveNow(change), 'save');
  }

  private async saveNow(change: EvidenceChange): Promise<void> {
    this.problem.set(null);
    try {
      const { id } = this.file;
      await this.api.patch('/evidence/{id}', { id, ifMatch: this.version, body: change });
      this.dialog.close();
      this.asked.changed();
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (!problem.isConflict) return;
      // What was typed stays, and goes over what is stored now; the list shows that one meanwhile.
      this.version = (problem.current as Evidence).version;
      this.asked.changed();
    }
  }
}
