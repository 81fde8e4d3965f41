import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { FINDING_LIMITS } from '@liangxing/contracts';
import { copyText } from '../../../core/drafts/copy-text';
import { Notices } from '../../../core/errors/notices';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { Busy } from '../../../core/once/busy';
import { FindingExport } from './finding-export';
import { type KeptFinding, mayTakeBack, problemOfRefusal, stateOf } from './kept-finding';
import { KeptFindings } from './kept-findings';
import { KeptPhoto } from './kept-photo';
import { photoOf, UnreadablePhotoError } from './photo-of';

/** A finding that waits on this machine: changed, taken back, given photos; what was refused is copied and exported. */
@Component({
  selector: 'lx-kept-finding',
  imports: [KeptPhoto, ProblemNotice, TranslocoDirective],
  templateUrl: './kept-finding-card.html',
  styleUrl: './kept-finding-card.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeptFindingCard {
  private readonly kept = inject(KeptFindings);
  private readonly exporting = inject(FindingExport);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly said = viewChild.required<ElementRef<HTMLElement>>('said');

  readonly finding = input.required<KeptFinding>();
  /** It can not be sent any more: it is read, copied and exported. */
  readonly isLeft = input(false);
  readonly edit = output();

  protected readonly busy = new Busy();
  protected readonly limits = FINDING_LIMITS;
  protected readonly isAsking = signal(false);
  protected readonly lacks = signal<'unreadable' | 'full' | 'noRoom' | null>(null);
  protected readonly state = computed(() => stateOf(this.finding()));
  protected readonly isRefused = computed(
    () => this.state() === 'refused' || this.state() === 'photos_refused',
  );
  protected readonly problem = computed(() => {
    const { refusal } = this.finding();
    return refusal && problemOfRefusal(refusal);
  });
  protected readonly canTakeBack = computed(() => mayTakeBack(this.finding()));
  protected readonly canAddPhotos = computed(
    () => !this.isLeft() && this.finding().photos.length < FINDING_LIMITS.files,
  );

  /** What is too much is told, and the rest is kept. */
  protected async addPhotos({ target }: Event): Promise<void> {
    const field = target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = '';
    this.lacks.set(null);
    await this.busy.run(async () => {
      for (const file of files) await this.addPhoto(file);
    }, 'photos');
  }

  protected async removePhoto(photoId: string): Promise<void> {
    await this.kept.removePhoto(this.finding().id, photoId);
  }

  protected async remove(): Promise<void> {
    await this.busy.run(() => this.kept.remove(this.finding().id), 'remove');
  }

  protected async again(): Promise<void> {
    await this.busy.run(() => this.kept.finish(this.finding().id), 'again');
  }

  protected async copy(): Promise<void> {
    const text = this.exporting.linesOf(this.finding()).join('\n');
    const done = await copyText(text, this.said().nativeElement);
    this.notices.done(this.transloco.translate(`setAside.${done}`));
  }

  protected async save(): Promise<void> {
    await this.busy.run(() => this.exporting.save([this.finding()]), 'export');
  }

  private async addPhoto(file: File): Promise<void> {
    const { id, photos } = this.finding();
    if (photos.length >= FINDING_LIMITS.files) return this.lacks.set('full');
    try {
      await this.kept.addPhoto(id, await photoOf(file));
    } catch (error) {
      this.lacks.set(error instanceof UnreadablePhotoError ? 'unreadable' : 'noRoom');
    }
  }
}
