import { DatePipe } from '@angular/common';
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
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Observable, lastValueFrom, tap } from 'rxjs';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { dictionaryOf } from '../../core/i18n/dictionaries';
import { CurrentOrganization } from '../../core/session/current-organization';
import {
  type Evidence,
  type EvidenceLink,
  type EvidenceUsage,
  currentRevision,
  earlierRevisions,
  fileSizeText,
  isNearlyFull,
} from './evidence';
import { EvidenceApi, type UploadStep } from './evidence-api';

interface Upload {
  readonly id: number;
  readonly name: string;
  readonly percent: number;
  readonly problem: Problem | null;
  readonly retry: () => void;
}

/** The proofs of one item: drop files, see what is there, replace a file by a newer one, take one off. */
@Component({
  selector: 'lx-evidence-drop',
  imports: [DatePipe, TranslocoDirective],
  providers: [
    dictionaryOf('evidence', {
      'zh-CN': () => import('./i18n/zh-CN.json'),
      en: () => import('./i18n/en.json'),
    }),
  ],
  templateUrl: './evidence-drop.html',
  styleUrl: './evidence-drop.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceDrop {
  private readonly api = inject(EvidenceApi);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);

  readonly assessmentId = input.required<string>();
  readonly itemId = input.required<string>();
  /** The item's proofs are others than before. */
  readonly changed = output();

  protected readonly files = signal<readonly Evidence[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly usage = signal<EvidenceUsage | null>(null);
  protected readonly uploads = signal<readonly Upload[]>([]);
  protected readonly isOver = signal(false);
  protected readonly canWrite = computed(() => this.organization.can('evidence:write'));
  protected readonly current = currentRevision;
  protected readonly earlier = earlierRevisions;
  protected readonly sizeText = fileSizeText;
  protected readonly isNearlyFull = isNearlyFull;
  private readonly link = computed(() => ({
    assessmentId: this.assessmentId(),
    itemId: this.itemId(),
  }));
  private nextUpload = 1;

  constructor() {
    effect(() => {
      this.link();
      this.files.set([]);
      this.uploads.set([]);
      void this.load();
    });
  }

  protected urlOf(evidence: Evidence, revision: number): string {
    return this.api.contentUrl(evidence.id, revision);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    this.add([...(event.dataTransfer?.files ?? [])]);
  }

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected pick(event: Event): void {
    this.add(takeFiles(event));
  }

  protected pickRevision(evidence: Evidence, event: Event): void {
    for (const file of takeFiles(event)) this.send(file, () => this.api.revise(evidence.id, file));
  }

  protected async unlink(evidence: Evidence): Promise<void> {
    const link = this.link();
    try {
      await this.api.unlink(evidence.id, link);
      await this.refresh();
      this.notices.done(
        this.transloco.translate('evidence.removed', { title: this.nameOf(evidence) }),
        {
          label: this.transloco.translate('actions.undo'),
          run: () => void this.linkAgain(evidence.id, link),
        },
      );
    } catch (error) {
      this.notices.failed(error);
    }
  }

  protected dismiss(id: number): void {
    this.uploads.update((list) => list.filter((upload) => upload.id !== id));
  }

  protected nameOf(evidence: Evidence): string {
    return evidence.title || currentRevision(evidence)?.fileName || '';
  }

  protected async load(): Promise<void> {
    const link = this.link();
    if (!link.assessmentId || !link.itemId) return;
    try {
      const found = await this.api.list(link);
      if (this.link() === link) {
        this.files.set(found);
        this.problem.set(null);
      }
      // Without it the list is still right; a refused upload says what is full.
      if (this.canWrite()) this.usage.set(await this.api.usage().catch(() => null));
    } catch (error) {
      if (this.link() === link) this.problem.set(problemOf(error));
    }
  }

  private add(files: readonly File[]): void {
    if (!this.canWrite()) return;
    const link = this.link();
    for (const file of files) this.send(file, () => this.api.upload(file, link));
  }

  private send(file: File, start: () => Observable<UploadStep>): void {
    const id = this.nextUpload++;
    const link = this.link();
    const retry = (): void => {
      this.dismiss(id);
      this.send(file, start);
    };
    const upload = { id, name: file.name, percent: 0, problem: null, retry };
    this.uploads.update((list) => [...list, upload]);
    const shown = start().pipe(tap(({ percent }) => this.patch(id, { percent })));
    lastValueFrom(shown).then(
      () => {
        this.dismiss(id);
        // Someone may have gone on to another item meanwhile; that one's list is not touched.
        if (this.link() === link) void this.refresh();
      },
      (error: unknown) => {
        if (this.link() === link) this.patch(id, { problem: problemOf(error) });
        else this.notices.failed(error);
      },
    );
  }

  private patch(id: number, change: Partial<Upload>): void {
    this.uploads.update((list) =>
      list.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
    );
  }

  private async linkAgain(id: string, link: EvidenceLink): Promise<void> {
    try {
      await this.api.link(id, link);
      await this.refresh();
    } catch (error) {
      this.notices.failed(error);
    }
  }

  private async refresh(): Promise<void> {
    await this.load();
    this.changed.emit();
  }
}

/** The chosen files; the field is emptied so that the same file can be chosen again. */
function takeFiles(event: Event): readonly File[] {
  const field = event.target as HTMLInputElement;
  const files = [...(field.files ?? [])];
  field.value = '';
  return files;
}
