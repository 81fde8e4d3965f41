import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type RecordField,
  type RecordFields,
  type NamedPerson,
  type RecordKindId,
  RECORD_TEXT_LIMITS,
  emptyRecord,
  recordKind,
  sideOf,
} from '@liangxing/contracts';
import { DateField } from '../../core/date-field/date-field';
import { Api } from '../../core/api/api';
import { ModalTitle } from '../../core/dialog/modal-title';
import { Busy } from '../../core/once/busy';
import { LocalDrafts } from '../../core/drafts/local-drafts';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { PersonField } from '../../core/people/person-field';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { SessionService } from '../../core/session/session.service';
import {
  type ListRecord,
  type RecordAccounts,
  type RecordContent,
  type RecordDraft,
  accountsOf,
  draftKey,
  isSameRecord,
  typedValue,
} from './record';

export interface AskedRecord {
  readonly kind: RecordKindId;
  /** null: a new one */
  readonly record: ListRecord | null;
  readonly saved: () => void;
  readonly removed: (record: ListRecord) => void;
}

/** One record of any list. What is typed waits on this machine until the server has it. */
@Component({
  selector: 'lx-record-form',
  imports: [DateField, ModalTitle, PersonField, ProblemNotice, TranslocoDirective],
  templateUrl: './record-form.html',
  styleUrl: './record-form.less',
  host: { 'data-testid': 'record-form' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordForm {
  private readonly api = inject(Api);
  private readonly drafts = inject(LocalDrafts);
  private readonly session = inject(SessionService);
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  protected readonly dialog = inject(DialogRef);
  private readonly asked = inject<AskedRecord>(DIALOG_DATA);
  private readonly kind = this.asked.kind;

  protected readonly record = signal(this.asked.record);
  protected readonly fields = signal<RecordFields>({});
  protected readonly accounts = signal<RecordAccounts>({});
  protected readonly problem = signal<Problem | null>(null);
  protected readonly saving = new Busy();
  protected readonly isRestored = signal(false);
  protected readonly isRemoving = signal(false);
  protected readonly theirs = signal<ListRecord | null>(null);
  protected readonly suggestions = signal<readonly { number: string; title: string }[]>([]);
  protected readonly description = recordKind(this.kind);
  protected readonly side = computed(() => sideOf(this.language.current()));
  protected readonly canWrite = computed(() => this.organization.can('records:write'));
  private version = 0;

  constructor() {
    this.start();
    void this.takeDraft();
  }

  private async takeDraft(): Promise<void> {
    const stored = this.content();
    const draft = await this.drafts.read<RecordDraft>(this.key()).catch(() => undefined);
    if (!draft || this.fields() !== stored.fields) return;
    const [{ fields }, accounts] = [draft, accountsOf(draft, stored)];
    if (isSameRecord({ fields, accounts }, stored)) return;
    this.fields.set(fields);
    this.accounts.set(accounts);
    // A draft made on an older version meets the newer one when it is saved.
    this.version = draft.version;
    this.isRestored.set(true);
  }

  protected type(field: RecordField, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.fields.update((fields) => ({
      ...fields,
      [field.id]: typedValue(this.kind, field.id, value),
    }));
    this.keepDraft();
    if (field.type === 'standard') void this.suggest(field, value);
  }

  protected name({ id }: RecordField, { name, userId }: NamedPerson): void {
    this.fields.update((fields) => ({ ...fields, [id]: name }));
    this.accounts.update((accounts) => ({ ...accounts, [id]: userId }));
    this.keepDraft();
  }

  private content(): RecordContent {
    return { fields: this.fields(), accounts: this.accounts() };
  }

  private keepDraft(): void {
    const draft = { id: this.record()?.id ?? null, version: this.version, ...this.content() };
    void this.drafts.write<RecordDraft>(this.key(), draft).catch(() => undefined);
  }

  protected wordOf({ id }: RecordField): string {
    return String(this.fields()[id] ?? '');
  }

  protected limitOf({ type }: RecordField): number {
    return type === 'long_text' ? RECORD_TEXT_LIMITS.long_text : RECORD_TEXT_LIMITS.text;
  }

  protected wrongOf({ id }: RecordField): string {
    const problem = this.problem();
    return problem?.field(`fields.${id}`) || problem?.field(`accounts.${id}`) || '';
  }

  protected async save(form: HTMLFormElement, event?: Event): Promise<void> {
    event?.preventDefault();
    // What is no day says so itself, and is not passed over.
    if (!form.reportValidity()) return;
    await this.saving.run(() => this.saveNow(), 'save');
  }

  private async saveNow(): Promise<void> {
    const [kind, id, key] = [this.kind, this.record()?.id, this.key()];
    try {
      const asked = { kind, body: this.content() };
      if (id === undefined) await this.api.post('/records/{kind}', asked);
      else await this.api.put('/records/{kind}/{id}', { ...asked, id, ifMatch: this.version });
      await this.drafts.remove(key).catch(() => undefined);
      this.dialog.close();
      this.asked.saved();
    } catch (error) {
      this.failed(problemOf(error));
    }
  }

  protected async remove(record: ListRecord): Promise<void> {
    try {
      const asked = { kind: this.kind, id: record.id, ifMatch: record.version };
      await this.api.delete('/records/{kind}/{id}', asked);
      await this.drafts.remove(this.key()).catch(() => undefined);
      this.dialog.close();
      this.asked.removed(record);
    } catch (error) {
      this.failed(problemOf(error));
    }
  }

  protected keepMine(form: HTMLFormElement, theirs: ListRecord): void {
    this.version = theirs.version;
    this.theirs.set(null);
    void this.save(form);
  }

  protected takeTheirs(theirs: ListRecord): void {
    this.record.set(theirs);
    void this.discard();
    this.asked.saved();
  }

  /** Back to what is stored. */
  protected async discard(): Promise<void> {
    this.start();
    await this.drafts.remove(this.key()).catch(() => undefined);
  }

  protected titleOf({ fields }: ListRecord): string {
    const { fields: known } = this.description;
    return known
      .map(({ id }) => fields[id])
      .filter((value) => value !== null && value !== '')
      .join(' · ');
  }

  /** With what is stored. */
  private start(): void {
    const record = this.record();
    this.fields.set(record?.fields ?? emptyRecord(this.kind));
    this.accounts.set(record?.accounts ?? {});
    this.version = record?.version ?? 0;
    this.problem.set(null);
    this.theirs.set(null);
    this.isRestored.set(false);
    this.isRemoving.set(false);
  }

  private failed(problem: Problem): void {
    this.problem.set(problem);
    if (problem.isConflict) this.theirs.set(problem.current as ListRecord);
  }

  /** A number that was chosen brings its title where the list has a place for it. */
  private async suggest({ id }: RecordField, value: string): Promise<void> {
    const known = this.suggestions().find(({ number }) => number === value);
    if (known && id === 'standard' && this.fields()['standardTitle'] === '') {
      this.fields.update((fields) => ({ ...fields, standardTitle: known.title }));
      return;
    }
    if (known || value.trim().length < 2) return;
    try {
      const { rows } = await this.api.get('/standards', { q: value, limit: 12 });
      const found = rows.filter(({ number }) => number !== '');
      if (this.fields()[id] === value) this.suggestions.set(found);
    } catch {
      // Without suggestions the number is typed by hand.
    }
  }

  private key(): string {
    const userId = this.session.user()?.id ?? '';
    const organizationId = this.organization.id() ?? '';
    return draftKey(userId, organizationId, this.kind, this.record()?.id ?? null);
  }
}
