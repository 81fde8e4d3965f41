import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { type Evidence, type EvidenceChange, changedOf } from './evidence';
import { evidenceTexts } from './evidence-texts';

/** Name, period and end of validity of one file. */
@Component({
  selector: 'lx-evidence-form',
  imports: [ProblemNotice, TranslocoDirective],
  providers: [evidenceTexts],
  templateUrl: './evidence-form.html',
  styleUrl: './evidence-dialog.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceForm {
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  /** Over which the next change goes. */
  private version = 0;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  /** Stored, or found to be stored otherwise: the list is to be read again. */
  readonly changed = output();

  /** A list of one, new each time it opens: nothing typed before stays in the fields. */
  protected readonly asked = signal<readonly { readonly file: Evidence }[]>([]);
  protected readonly saving = signal(new Busy());
  protected readonly problem = signal<Problem | null>(null);

  open(file: Evidence): void {
    this.problem.set(null);
    this.saving.set(new Busy());
    this.version = file.version;
    this.asked.set([{ file }]);
    afterNextRender(() => this.dialog().nativeElement.showModal(), { injector: this.injector });
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected save(file: Evidence, title: string, from: string, to: string, until: string): void {
    const change = changedOf(file, {
      title: title.trim(),
      periodFrom: from || null,
      periodTo: to || null,
      validUntil: until || null,
    });
    void this.saving().run(() => this.saveNow(file, change), 'save');
  }

  private async saveNow({ id }: Evidence, change: EvidenceChange): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.patch('/evidence/{id}', { id, ifMatch: this.version, body: change });
      this.close();
      this.changed.emit();
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (!problem.isConflict) return;
      // What was typed stays, and goes over what is stored now; the list shows that one meanwhile.
      this.version = (problem.current as Evidence).version;
      this.changed.emit();
    }
  }
}
