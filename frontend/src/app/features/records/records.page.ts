import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  RECORD_KIND_IDS,
  type RecordField,
  type RecordKindId,
  isRecordKind,
  recordKind,
  recordText,
  sideOf,
} from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { Modal } from '../../core/dialog/modal';
import { Busy } from '../../core/once/busy';
import { DownloadLink } from '../../core/download/download-link';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { QuietTimer } from '../../core/typing/quiet-timer';
import { CurrentAssessment } from '../../core/assessment/current-assessment';
import type { ListRecord } from './record';
import { type AskedRecord, RecordForm } from './record-form';
import { type AskedImport, RecordImportDialog } from './record-import-dialog';
import { RecordsStore } from './records-store';

const restMilliseconds = 250;

/** 台账: the enterprise's lists beside the register, one screen for all of them. */
@Component({
  selector: 'lx-records-page',
  imports: [DownloadLink, ProblemNotice, RouterLink, RouterLinkActive, TranslocoDirective],
  providers: [RecordsStore],
  templateUrl: './records.page.html',
  styleUrl: './records.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordsPage {
  private readonly organization = inject(CurrentOrganization);
  private readonly language = inject(LanguageService);
  private readonly transloco = inject(TranslocoService);
  private readonly notices = inject(Notices);
  private readonly current = inject(CurrentAssessment);
  private readonly api = inject(Api);
  protected readonly store = inject(RecordsStore);
  private readonly modal = inject(Modal);
  private readonly waiting = new QuietTimer();

  /** From the address. */
  readonly kind = input.required<string>();

  protected readonly kindId = computed<RecordKindId>(() => {
    const kind = this.kind();
    return isRecordKind(kind) ? kind : 'laws';
  });
  protected readonly description = computed(() => recordKind(this.kindId()));
  protected readonly columns = computed(() =>
    this.description().fields.filter(({ column }) => column !== undefined),
  );
  protected readonly side = computed(() => sideOf(this.language.current()));
  protected readonly canWrite = computed(() => this.organization.can('records:write'));
  protected readonly proving = new Busy();
  protected readonly tabs = computed(() =>
    RECORD_KIND_IDS.map((id) => ({
      id,
      label: recordKind(id).label[this.side()],
      total: this.store.counts()?.find(({ kind }) => kind === id)?.total,
    })),
  );
  protected readonly exportUrl = computed(() =>
    this.api.url('/records/{kind}/export', { ...this.store.filter(), kind: this.kindId() }),
  );

  constructor() {
    effect(() => {
      const kind = this.kindId();
      if (this.organization.id()) untracked(() => this.store.open(kind));
    });
  }

  protected text(field: RecordField, { fields }: ListRecord): string {
    return recordText(field, fields[field.id] ?? null, this.side());
  }

  protected titleOf({ fields }: ListRecord): string {
    return String(fields[this.description().titleField] ?? '');
  }

  protected search(event: Event): void {
    this.store.q.set((event.target as HTMLInputElement).value);
    this.waiting.start(restMilliseconds, () => void this.store.load());
  }

  protected chooseYear(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.store.year.set(value === '' ? null : Number(value));
    void this.store.load();
  }

  protected edit(record: ListRecord | null): void {
    const data: AskedRecord = {
      kind: this.kindId(),
      record,
      saved: () => void this.store.load(),
      removed: (removed) => this.removed(removed),
    };
    this.modal.open(RecordForm, { data, size: 'wide', keepsText: true });
  }

  protected openImport(): void {
    const data: AskedImport = { kind: this.kindId(), changed: () => void this.store.load() };
    this.modal.open(RecordImportDialog, { data, size: 'wide' });
  }

  /** The list, or its year, as a PDF among the proofs of the current self-evaluation. */
  protected prove(): void {
    void this.proving.run(() => this.proveNow(), this.kindId());
  }

  private async proveNow(): Promise<void> {
    try {
      const assessment = await this.current.load();
      if (assessment === null) {
        this.notices.done(this.transloco.translate('records.noAssessment'));
        return;
      }
      const year = this.store.year();
      const { title, revision, itemIds } = await this.api.post('/records/{kind}/evidence', {
        kind: this.kindId(),
        body: { assessmentId: assessment.id, ...(year === null ? {} : { year }) },
      });
      const params = {
        title,
        revision,
        items: itemIds.join(this.transloco.translate('parting.names')),
      };
      const key = itemIds.length > 0 ? 'records.proven' : 'records.provenWithout';
      this.notices.done(this.transloco.translate(key, params));
    } catch (error) {
      this.notices.failed(error);
    }
  }

  /** A removed record can be written again from what it held. */
  private removed(record: ListRecord): void {
    void this.store.load();
    const kind = this.kindId();
    this.notices.done(
      this.transloco.translate('records.removed', { title: this.titleOf(record) }),
      {
        label: this.transloco.translate('actions.undo'),
        run: () =>
          void this.api.post('/records/{kind}', { kind, body: { fields: record.fields } }).then(
            () => this.store.load(),
            (error: unknown) => this.notices.failed(error),
          ),
      },
    );
  }
}
