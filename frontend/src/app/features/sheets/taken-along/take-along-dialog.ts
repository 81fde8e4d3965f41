import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DEVICE_LIMITS } from '@liangxing/contracts';
import type { SheetMaterialDto } from '../../../core/api/generated/openapi';
import { ModalTitle } from '../../../core/dialog/modal-title';
import { Problem } from '../../../core/errors/problem';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { fileSizeText } from '../../../core/i18n/file-size';
import {
  type PassphraseProblem,
  passphraseProblem,
  SHORTEST_PASSPHRASE,
} from '../../../core/offline/wrong-tries';
import { Busy } from '../../../core/once/busy';
import type { MaterialFile } from '../sheet-source';
import { filesOf, keyOfFile } from './bundle';
import { TakeAlong } from './take-along';

/** What is taken along, from the page of the sheet. */
export interface TakeAlongData {
  readonly caseId: string;
  readonly material: SheetMaterialDto;
}

/** Takes a case along; closes with true once everything is on the machine. */
@Component({
  selector: 'lx-take-along-dialog',
  imports: [ModalTitle, ProblemNotice, TranslocoDirective],
  providers: [TakeAlong],
  templateUrl: './take-along-dialog.html',
  styleUrl: './taken-along.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakeAlongDialog {
  private readonly data = inject<TakeAlongData>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly taking = inject(TakeAlong);

  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly hasFailed = signal(false);
  protected readonly lacks = signal<PassphraseProblem | 'nameless' | null>(null);
  protected readonly choices = Array.from({ length: DEVICE_LIMITS.days }, (_, index) => index + 1);
  protected readonly chosen = signal(3);
  protected readonly shortest = SHORTEST_PASSPHRASE;
  protected readonly sizeText = fileSizeText;
  protected readonly key = keyOfFile;
  protected readonly files = signal(filesOf(this.data.material));
  protected readonly picked = signal<ReadonlySet<string>>(new Set());
  private readonly pickedFiles = computed(() =>
    this.files().filter((file) => this.picked().has(keyOfFile(file))),
  );
  protected readonly size = computed(() =>
    this.pickedFiles().reduce((sum, { size }) => sum + size, 0),
  );

  protected choose(index: number): void {
    this.chosen.set(this.choices[index] ?? 1);
  }

  protected pick(file: MaterialFile, isPicked: boolean): void {
    const picked = new Set(this.picked());
    if (isPicked) picked.add(keyOfFile(file));
    else picked.delete(keyOfFile(file));
    this.picked.set(picked);
  }

  protected pickAll(isPicked: boolean): void {
    this.picked.set(new Set(isPicked ? this.files().map(keyOfFile) : []));
  }

  protected async take(
    event: Event,
    deviceName: string,
    passphrase: string,
    repeated: string,
  ): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    this.hasFailed.set(false);
    const lacks = deviceName.trim() === '' ? 'nameless' : passphraseProblem(passphrase, repeated);
    this.lacks.set(lacks);
    if (lacks !== null) return;
    const { caseId } = this.data;
    const wanted = { caseId, passphrase, deviceName, days: this.chosen() };
    try {
      await this.busy.run(async () => {
        await this.taking.run({ ...wanted, files: this.pickedFiles() });
        this.dialog.close(true);
      }, 'take-along');
    } catch (error) {
      if (error instanceof Problem) this.problem.set(error);
      else this.hasFailed.set(true);
    }
  }
}
