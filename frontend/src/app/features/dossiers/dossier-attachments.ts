import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { FilePicker, type LibraryFile } from '../evidence';
import {
  ATTACHMENT_KINDS,
  type Attachment,
  type AttachmentKind,
  type AttachmentList,
  type ChosenAttachment,
  chosenOf,
  kindByTitle,
  moved,
} from './attachments';

/** 附件: files of the library whose pages stand behind the dossier. Each change is stored, and told of, at once. */
@Component({
  selector: 'lx-dossier-attachments',
  imports: [ProblemNotice, TranslocoDirective],
  templateUrl: './dossier-attachments.html',
  styleUrl: './dossier-attachments.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierAttachments {
  private readonly api = inject(Api);
  private readonly picker = inject(FilePicker);
  private readonly saving = new Busy();

  readonly assessmentId = input.required<string>();
  readonly canWrite = input(false);
  /** The list on the server is another than before. */
  readonly saved = output();

  protected readonly kinds = ATTACHMENT_KINDS;
  protected readonly isSaving = this.saving.isBusy;
  protected readonly list = signal<AttachmentList | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly attachments = computed(() => this.list()?.attachments ?? []);
  protected readonly pages = computed(() =>
    this.attachments().reduce((sum, { pages }) => sum + pages, 0),
  );

  constructor() {
    effect(() => void this.load(this.assessmentId()));
  }

  protected pick(): void {
    const taken = this.attachments().map(({ evidenceId }) => evidenceId);
    this.picker.pick({ link: null, taken }, (file) => this.add(file));
  }

  private add({ id, title, current }: LibraryFile): void {
    const added = { evidenceId: id, revision: current, kind: kindByTitle(title) };
    void this.save([...chosenOf(this.attachments()), added]);
  }

  protected setKind(changed: Attachment, event: Event): void {
    const kind = (event.target as HTMLSelectElement).value as AttachmentKind;
    this.change(changed, { kind });
  }

  protected takeNewest(changed: Attachment): void {
    this.change(changed, { revision: changed.currentRevision });
  }

  protected move(index: number, by: -1 | 1): void {
    void this.save(moved(chosenOf(this.attachments()), index, by));
  }

  protected remove({ evidenceId }: Attachment): void {
    void this.save(chosenOf(this.attachments()).filter((one) => one.evidenceId !== evidenceId));
  }

  private change({ evidenceId }: Attachment, change: Partial<ChosenAttachment>): void {
    void this.save(
      chosenOf(this.attachments()).map((one) =>
        one.evidenceId === evidenceId ? { ...one, ...change } : one,
      ),
    );
  }

  private async load(assessmentId: string): Promise<void> {
    this.list.set(null);
    this.problem.set(null);
    try {
      const list = await this.api.get('/assessments/{assessmentId}/attachments', { assessmentId });
      if (this.assessmentId() === assessmentId) this.list.set(list);
    } catch (error) {
      if (this.assessmentId() === assessmentId) this.problem.set(problemOf(error));
    }
  }

  private async save(chosen: readonly ChosenAttachment[]): Promise<void> {
    const [list, assessmentId] = [this.list(), this.assessmentId()];
    if (!list) return;
    // Another list is another wish, however soon after the last one.
    await this.saving.run(() => this.saveNow(assessmentId, list, chosen), JSON.stringify(chosen));
  }

  private async saveNow(
    assessmentId: string,
    { version }: AttachmentList,
    chosen: readonly ChosenAttachment[],
  ): Promise<void> {
    this.problem.set(null);
    try {
      // Each file that is new in the list is opened once by the server, which takes a moment.
      const list = await this.api.put('/assessments/{assessmentId}/attachments', {
        ...{ assessmentId, ifMatch: version },
        body: { attachments: chosen },
      });
      if (this.assessmentId() !== assessmentId) return;
      this.list.set(list);
      this.saved.emit();
    } catch (error) {
      const problem = problemOf(error);
      if (this.assessmentId() !== assessmentId) return;
      // Somebody else changed the list: theirs is shown, and the change can be made again.
      if (problem.isConflict) this.list.set(problem.current as AttachmentList);
      // What was chosen in a box and refused stands in it no longer.
      else this.list.update((shown) => (shown ? { ...shown } : shown));
      this.problem.set(problem);
    }
  }
}
