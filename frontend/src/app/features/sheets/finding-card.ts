import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { FINDING_LIMITS } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { FindingDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { Confirm } from '../../core/dialog/confirm';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { typedFrom } from '../../core/drafts/typed-from';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Busy } from '../../core/once/busy';

/** So much of a finding is shown where it is asked for. */
const SHOWN = 60;
const PICTURES = ['image/png', 'image/jpeg'];

/** A finding (不符合项) with its pictures, what the enterprise answered and what the team says to it. */
@Component({
  selector: 'lx-finding-card',
  imports: [KeptNote, ProblemNotice, TimePipe, TranslocoDirective],
  templateUrl: './finding-card.html',
  styleUrl: './finding-card.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingCard {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly cases = inject(CaseStore);

  readonly finding = input.required<FindingDto>();
  /** Of its item. */
  readonly topic = input.required<string>();
  /** Title of the file of the material that shows it; empty: none. */
  readonly evidence = input('');
  /** Who asks belongs to the team. */
  readonly isScorer = input(false);
  /** No form of another one is open. */
  readonly canEdit = input(true);
  readonly edit = output();
  readonly print = output();
  readonly changed = output();

  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  private readonly formPlace = computed(
    () => `case:${this.cases.id()}:judgement:${this.finding().number}`,
  );
  /** What the team says to the answer, as it is typed. */
  protected readonly text = typedFrom<string, string>(
    () => this.formPlace(),
    () => '',
  );
  protected readonly kept = keepForm<string>({
    place: () => (this.canJudge() || this.text() !== '' ? this.formPlace() : null),
    typed: () => this.text() || null,
    show: (kept = '') => this.text.set(kept),
  });
  protected readonly isLacking = signal(false);
  protected readonly isOpen = computed(
    () => this.isScorer() && this.finding().state === 'open' && this.cases.state() === 'evaluating',
  );
  protected readonly canUpload = computed(
    () => this.isOpen() && this.finding().files.length < FINDING_LIMITS.files,
  );
  protected readonly canJudge = computed(
    () =>
      this.isScorer() && this.finding().state === 'answered' && this.cases.state() === 'rectifying',
  );

  protected isPicture({ mediaType }: FindingDto['files'][number]): boolean {
    return PICTURES.includes(mediaType);
  }

  protected fileUrl(fileId: string): string {
    return this.api.url('/cases/{id}/findings/{number}/files/{fileId}', {
      ...this.place(),
      fileId,
    });
  }

  protected async upload({ target }: Event): Promise<void> {
    const field = target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = '';
    await this.work(async () => {
      for (const file of files) {
        const asked = { ...this.place(), form: { file } };
        await this.api.post('/cases/{id}/findings/{number}/files', asked);
      }
    });
  }

  protected async removeFile({ id: fileId, fileName }: FindingDto['files'][number]): Promise<void> {
    await this.work(async () => {
      if (!(await this.isSure('removeFileSure', { name: fileName }))) return;
      await this.api.delete('/cases/{id}/findings/{number}/files/{fileId}', {
        ...this.place(),
        fileId,
      });
    });
  }

  protected async remove(): Promise<void> {
    const { number, text, version: ifMatch } = this.finding();
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    await this.work(async () => {
      if (!(await this.isSure('removeSure', { number, text: shown }))) return;
      await this.api.delete('/cases/{id}/findings/{number}', { ...this.place(), ifMatch });
    });
  }

  protected async judge(isAccepted: boolean): Promise<void> {
    const text = this.text();
    this.isLacking.set(!isAccepted && text.trim() === '');
    if (this.isLacking()) return;
    await this.work(async () => {
      await this.api.post('/cases/{id}/findings/{number}/judgements', {
        ...this.place(),
        ...{ ifMatch: this.cases.found()?.version ?? 0, body: { isAccepted, text } },
      });
      this.kept.forget();
      this.text.set('');
      this.notices.done(this.transloco.translate('sheets.findings.judged'));
      await this.cases.read();
    });
  }

  private isSure(what: 'removeSure' | 'removeFileSure', named: object): Promise<boolean> {
    const say = (key: string): string =>
      this.transloco.translate(`sheets.findings.${key}`, { ...named });
    const asked = { title: say(`${what}.title`), text: say(`${what}.text`), sure: say('remove') };
    return this.confirm.isSure(asked);
  }

  /** What was refused because it is another one by now is read again. */
  private async work(what: () => Promise<unknown>): Promise<void> {
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        await what();
        this.changed.emit();
      }, 'finding');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      this.changed.emit();
      if (problem.status === 409) await this.cases.read();
    }
  }

  private place() {
    return { id: this.cases.id(), number: this.finding().number };
  }
}
