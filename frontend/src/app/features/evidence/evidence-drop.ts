import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { fileSizeText } from '../../core/i18n/file-size';
import { Api } from '../../core/api/api';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { CurrentOrganization } from '../../core/session/current-organization';
import {
  type Evidence,
  type EvidenceLink,
  currentRevision,
  earlierRevisions,
  fixedBy,
  periodText,
} from './evidence';
import { FixedNote } from './fixed-note';
import { FilePicker } from './file-picker';
import { evidenceTexts } from './evidence-texts';
import { EvidenceUpload } from './evidence-upload';
import { takeFiles } from './take-files';
import { ValidityChip } from './validity-chip';

/** The proofs of one place: drop files, use one of the library, see what is there, replace or detach a file. */
@Component({
  selector: 'lx-evidence-drop',
  imports: [TimePipe, EvidenceUpload, FixedNote, TranslocoDirective, ValidityChip],
  providers: [evidenceTexts],
  templateUrl: './evidence-drop.html',
  styleUrl: './evidence-drop.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidenceDrop {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);
  private readonly picker = inject(FilePicker);
  private readonly uploading = viewChild(EvidenceUpload);

  readonly link = input.required<EvidenceLink>();
  /** Why nothing can be changed here, as a key of the texts; empty: it can. */
  readonly fixed = input('');
  /** The proofs are others than before. */
  readonly changed = output();

  protected readonly files = signal<readonly Evidence[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly canWrite = computed(
    () => this.organization.can('evidence:write') && this.fixed() === '',
  );
  protected readonly fixedBy = fixedBy;
  protected readonly current = currentRevision;
  protected readonly earlier = earlierRevisions;
  protected readonly sizeText = fileSizeText;

  constructor() {
    effect(() => {
      this.link();
      this.files.set([]);
      void this.load();
    });
  }

  protected urlOf(evidence: Evidence, revision: number): string {
    return this.api.url('/evidence/{id}/revisions/{revision}/content', {
      ...{ id: evidence.id, revision },
    });
  }

  protected periodOf(evidence: Evidence): string {
    return periodText(evidence, this.transloco.translate('evidence.to'));
  }

  protected pickExisting(): void {
    const link = this.link();
    this.picker.pick({ link }, ({ id }) => void this.attach(id, link));
  }

  protected pickRevision(evidence: Evidence, event: Event): void {
    for (const file of takeFiles(event)) this.uploading()?.revise(evidence, file);
  }

  protected async unlink(evidence: Evidence): Promise<void> {
    const link = this.link();
    try {
      await this.api.delete('/evidence/{id}/links', { id: evidence.id, body: link });
      await this.refresh();
      this.notices.done(
        this.transloco.translate('evidence.detached', { title: this.nameOf(evidence) }),
        {
          label: this.transloco.translate('actions.undo'),
          run: () => void this.attach(evidence.id, link),
        },
      );
    } catch (error) {
      this.notices.failed(error);
    }
  }

  protected nameOf(evidence: Evidence): string {
    return evidence.title || currentRevision(evidence)?.fileName || '';
  }

  protected async load(): Promise<void> {
    const link = this.link();
    // Empty while the page around it is still loading.
    if (Object.values(link).includes('')) return;
    try {
      const found = await this.api.get('/evidence', link);
      if (this.link() !== link) return;
      this.files.set(found);
      this.problem.set(null);
    } catch (error) {
      if (this.link() === link) this.problem.set(problemOf(error));
    }
  }

  protected async attach(id: string, link: EvidenceLink): Promise<void> {
    try {
      await this.api.put('/evidence/{id}/links', { id, body: link });
      await this.refresh();
    } catch (error) {
      this.notices.failed(error);
    }
  }

  protected async refresh(): Promise<void> {
    await this.load();
    this.changed.emit();
  }
}
