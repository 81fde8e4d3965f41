import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { SchemeEntryVerb } from '@liangxing/contracts';
import {
  READINESS_OF_ENTRY,
  type Scheme,
  type SecondReading,
  targetGradesOf,
} from '@liangxing/scheme';
import { TimePipe } from '../../../core/i18n/time.pipe';
import { Api } from '../../../core/api/api';
import { LocalDrafts } from '../../../core/drafts/local-drafts';
import { SaveState } from '../../../core/drafts/save-state';
import { Notices } from '../../../core/errors/notices';
import { ProblemNotice } from '../../../core/errors/problem-notice';
import { LanguageService } from '../../../core/i18n/language.service';
import { CurrentOrganization } from '../../../core/session/current-organization';
import { SessionService } from '../../../core/session/session.service';
import { newestSchemes, schemeOf } from '../../../core/assessment/schemes';
import { ENTRY_STEPS, type Entry, type EntryProblem, type EntryStepName } from './entry';
import { EntryCheckForm } from './entry-check';
import { EntryGradesStep } from './entry-grades';
import { EntryItemsStep } from './entry-items';
import { EntryMappingStep } from './entry-mapping';
import { EntryPartsStep } from './entry-parts';
import { EntrySourceStep } from './entry-source';
import { EntryQueue, EntryStore } from './entry-store';

/** 录入附录 C: a scoring table on its way from paper to a scheme, in steps, by two persons. */
@Component({
  selector: 'lx-entry-page',
  imports: [
    TimePipe,
    EntryCheckForm,
    EntryGradesStep,
    EntryItemsStep,
    EntryMappingStep,
    EntryPartsStep,
    EntrySourceStep,
    ProblemNotice,
    RouterLink,
    SaveState,
    TranslocoDirective,
  ],
  providers: [EntryQueue, EntryStore],
  templateUrl: './entry.page.html',
  styleUrl: './entry.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryPage {
  private readonly api = inject(Api);
  private readonly local = inject(LocalDrafts);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(SessionService);
  private readonly languages = inject(LanguageService);
  protected readonly organization = inject(CurrentOrganization);
  protected readonly store = inject(EntryStore);

  /** Of the address. */
  readonly entryId = input.required<string>();

  protected readonly steps = ENTRY_STEPS;
  protected readonly step = signal<EntryStepName>('source');
  protected readonly readiness = signal<Scheme | null>(null);
  /** What the server found in the whole table; asked for at the last step. */
  protected readonly found = signal<readonly EntryProblem[] | null>(null);
  protected readonly canWrite = computed(() => this.organization.can('schemes:write'));
  protected readonly language = this.languages.current;
  protected readonly targetGrades = computed(() => {
    const readiness = this.readiness();
    return readiness === null ? [] : [...targetGradesOf(readiness)].reverse();
  });
  protected readonly problemsHere = computed(() =>
    this.store.problems().filter(({ place }) => place.step === this.step()),
  );
  protected readonly counts = computed(() => {
    const counts = new Map<string, number>();
    for (const { place } of this.store.problems())
      counts.set(place.step, (counts.get(place.step) ?? 0) + 1);
    return counts;
  });
  protected readonly draftKey = computed(
    () => `scheme-entry-check:${this.session.user()?.id ?? ''}:${this.entryId()}`,
  );
  protected readonly conflict = computed(() => this.store.queue.conflicts().get(this.entryId()));
  protected readonly refused = computed(() => this.store.queue.refused().get(this.entryId()));

  constructor() {
    effect(() => {
      const id = this.entryId();
      if (this.organization.id()) untracked(() => void this.store.load(id));
    });
    void this.readReadiness().then(
      (scheme) => this.readiness.set(scheme),
      (error: unknown) => this.notices.failed(error),
    );
  }

  /** The readiness scheme whose answers an entered table may take over. */
  private async readReadiness(): Promise<Scheme> {
    const listed = await newestSchemes(this.api);
    const { version } = listed.find(({ id }) => id === READINESS_OF_ENTRY) ?? { version: '' };
    return schemeOf(this.api, READINESS_OF_ENTRY, version);
  }

  protected async choose(step: EntryStepName): Promise<void> {
    this.step.set(step);
    this.found.set(null);
    if (step === 'submit') await this.look();
  }

  protected messageOf({ message }: { readonly message: { 'zh-CN': string; en: string } }): string {
    return message[this.language()];
  }

  /** What lacks is asked of the server once everything typed is there. */
  private async look(): Promise<void> {
    try {
      this.found.set(await this.api.get('/scheme-entries/{id}/problems', { id: this.entryId() }));
    } catch (error) {
      this.notices.failed(error);
    }
  }

  /** What was typed is kept on this machine until it is known to be stored. */
  protected async check(reading: SecondReading): Promise<void> {
    const isStored = await this.store.check(reading);
    if (isStored) await this.local.remove(this.draftKey()).catch(() => undefined);
  }

  protected move(verb: SchemeEntryVerb): void {
    void this.store.move(verb);
  }

  /** `parts.2` → 第 2 部分的分值, in the words of the page. */
  protected fieldText(field: string, { content, form }: Entry): string {
    const [kind = '', ...rest] = field.split('.');
    if (kind === 'parts') {
      const parts = content?.parts ?? form?.parts ?? [];
      const id = rest.join('.');
      const title = parts.find((part) => part.id === id)?.title ?? '';
      return this.transloco.translate('schemes.entry.fieldPart', { id, title });
    }
    if (kind === 'routes') {
      const floor = this.transloco.translate<string>(`schemes.entry.floors.${rest.at(-1) ?? ''}`);
      return `${(rest[0] ?? '').replace(/-\d+$/, '')} ${floor}`;
    }
    if (kind === 'gates') return this.transloco.translate('schemes.entry.gates');
    return this.transloco.translate(`schemes.entry.${kind}`);
  }
}
