import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { TimePipe } from '../../core/i18n/time.pipe';
import { fileSizeText } from '../../core/i18n/file-size';
import { EVIDENCE_STATES, type EvidenceState } from '@liangxing/contracts';
import type { EvidenceLibraryDto } from '../../core/api/generated/openapi';
import { Api } from '../../core/api/api';
import { Modal } from '../../core/dialog/modal';
import { Notices } from '../../core/errors/notices';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import {
  type EvidenceUse,
  type LibraryFile,
  currentRevision,
  fixedBy,
  heldBy,
  isKept,
  linkOfUse,
  periodText,
  placeOfUse,
} from './evidence';
import { type AskedEvidence, EvidenceForm } from './evidence-form';
import { EvidenceUpload } from './evidence-upload';
import { FixedNote } from './fixed-note';
import { type AskedStandards, StandardsChooser } from './standards-chooser';
import { ValidityChip } from './validity-chip';

const restMilliseconds = 250;
const pageSize = 100;

/** 证实材料: every file of the enterprise with its period, its end of validity and the places that it serves. */
@Component({
  selector: 'lx-evidence-page',
  imports: [
    TimePipe,
    EvidenceUpload,
    FixedNote,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
    ValidityChip,
  ],
  templateUrl: './evidence.page.html',
  styleUrl: './evidence.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidencePage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);
  private readonly modal = inject(Modal);
  private readonly waiting = new QuietTimer();
  private turn = 0;

  protected readonly states = EVIDENCE_STATES;
  protected readonly q = signal('');
  protected readonly state = signal<EvidenceState>('all');
  protected readonly page = signal<EvidenceLibraryDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly removingId = signal('');
  protected readonly working = new Busy();
  protected readonly canWrite = computed(() => this.organization.can('evidence:write'));
  protected readonly current = currentRevision;
  protected readonly sizeText = fileSizeText;
  protected readonly fixedBy = fixedBy;
  protected readonly isKept = isKept;
  protected readonly heldBy = heldBy;

  constructor() {
    effect(() => {
      if (!this.organization.id()) return;
      // Nothing of another organization stays.
      this.page.set(null);
      untracked(() => void this.load());
    });
  }

  protected search(event: Event): void {
    this.q.set((event.target as HTMLInputElement).value);
    this.waiting.start(restMilliseconds, () => void this.load());
  }

  protected choose(state: EvidenceState): void {
    this.state.set(state);
    void this.load();
  }

  /** As many as are shown, so that what was loaded by hand stays. */
  protected async load(more = 0): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    const shown = this.page()?.files.length ?? 0;
    const limit = Math.min(500, Math.max(pageSize, shown));
    try {
      const page = await this.api.get('/evidence-library', {
        ...{ q: this.q(), state: this.state() },
        ...(more > 0 ? { offset: shown, limit: more } : { offset: 0, limit }),
      });
      // Only the newest question is answered on the page.
      if (turn !== this.turn) return;
      const before = more > 0 ? (this.page()?.files ?? []) : [];
      this.page.set({ ...page, files: [...before, ...page.files] });
      this.problem.set(null);
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }

  protected more(): void {
    void this.load(pageSize);
  }

  protected urlOf(file: LibraryFile): string {
    return this.api.url('/evidence/{id}/revisions/{revision}/content', {
      ...{ id: file.id, revision: file.current },
    });
  }

  protected periodOf(file: LibraryFile): string {
    // On two lines: a day is not broken in its middle.
    return periodText(file, `\n${this.transloco.translate('evidence.to')}`);
  }

  protected addressOf(use: EvidenceUse): readonly string[] {
    return ['/o', this.organization.id(), placeOfUse(use).path];
  }

  protected queryOf(use: EvidenceUse): Readonly<Record<string, string>> {
    return placeOfUse(use).query;
  }

  protected useForStandards(file: LibraryFile): void {
    const data: AskedStandards = { file, linked: () => void this.load() };
    this.modal.open(StandardsChooser, { data });
  }

  protected edit(file: LibraryFile): void {
    if (fixedBy(file) !== null) return;
    const data: AskedEvidence = { file, changed: () => void this.load() };
    this.modal.open(EvidenceForm, { data });
  }

  protected async detach(file: LibraryFile, use: EvidenceUse): Promise<void> {
    const link = linkOfUse(use);
    if (link === null || isKept(file, use)) return;
    await this.attempt(async () => {
      await this.api.delete('/evidence/{id}/links', { id: file.id, body: link });
      const place = use.number || use.title;
      const text = this.transloco.translate('evidence.detachedFrom', { title: file.title, place });
      this.notices.done(text, {
        label: this.transloco.translate('actions.undo'),
        run: () =>
          void this.attempt(() =>
            this.api.put('/evidence/{id}/links', { id: file.id, body: link }),
          ),
      });
    });
  }

  protected askToRemove(file: LibraryFile): void {
    if (fixedBy(file) === null && heldBy(file) === null) this.removingId.set(file.id);
  }

  protected remove(file: LibraryFile): void {
    void this.working.run(
      () =>
        this.attempt(async () => {
          await this.api.delete('/evidence/{id}', { id: file.id, ifMatch: file.version });
          this.removingId.set('');
          this.notices.done(this.transloco.translate('evidence.deleted', { title: file.title }));
        }),
      file.id,
    );
  }

  /** What the page shows afterwards is what is stored, also where it was refused. */
  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.notices.failed(error);
    }
    await this.load();
  }
}
