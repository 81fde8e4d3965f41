import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { FINDING_LIMITS, FINDING_SEVERITIES } from '@liangxing/contracts';
import { listItems, type Scheme, textIn } from '@liangxing/scheme';
import { Api } from '../../core/api/api';
import type {
  FindingDto,
  FindingFieldsDto,
  SheetMaterialDto,
} from '../../core/api/generated/openapi';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { isSameValue } from '../../core/drafts/merge-fields';
import { typedFrom } from '../../core/drafts/typed-from';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { FocusFirst } from '../../core/focus/focus-first';
import { clauseText } from '../../core/i18n/clause-text';
import { LanguageService } from '../../core/i18n/language.service';
import { Busy } from '../../core/once/busy';
import { EMPTY, fieldsOf } from './finding-fields';

/** What does not conform, written down or changed as long as it was not sent. */
@Component({
  selector: 'lx-finding-form',
  imports: [FocusFirst, KeptNote, ProblemNotice, TranslocoDirective],
  template: `
    <form *transloco="let t" novalidate data-testid="finding-form" (submit)="send($event)">
      <h2>
        {{
          number() > 0
            ? t('sheets.findings.numbered', { number: number() })
            : t('sheets.findings.add')
        }}
      </h2>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      <lx-kept-note [kept]="kept" />
      @if (isRemoved()) {
        <p class="blocks" role="alert" id="finding-gone" data-testid="finding-gone">
          {{ t('sheets.findings.gone') }}
        </p>
      }
      <fieldset>
        <legend>{{ t('sheets.findings.severity') }}</legend>
        <div class="buttons">
          @for (one of severities; track one) {
            <label class="choice">
              <input
                type="radio"
                name="severity"
                [checked]="fields().severity === one"
                [lxFocusFirst]="$first"
                [attr.data-testid]="'severity-' + one"
                (change)="set({ severity: one })"
              />
              {{ t('letters.severities.' + one) }}
            </label>
          }
        </div>
      </fieldset>
      <label>
        {{ t('sheets.findings.item') }} *
        <select #item data-testid="finding-item" (change)="choose(item.value)">
          <option value="" [selected]="fields().itemId === ''">—</option>
          @for (one of items(); track one.id) {
            <option [value]="one.id" [selected]="one.id === fields().itemId">
              {{ one.id }} {{ one.topic }}
            </option>
          }
        </select>
      </label>
      <label>
        {{ t('sheets.findings.text') }} *
        <textarea
          class="ant-input"
          rows="4"
          [maxLength]="limits.text"
          [value]="fields().text"
          [placeholder]="t('sheets.findings.textHint')"
          data-testid="finding-text"
          (input)="set({ text: textOf($event) })"
        ></textarea>
      </label>
      <div class="row">
        <label>
          {{ t('sheets.findings.requirement') }}
          <input
            class="ant-input"
            [maxLength]="limits.requirement"
            [value]="fields().requirement"
            data-testid="finding-requirement"
            (input)="set({ requirement: textOf($event) })"
          />
        </label>
        <label>
          {{ t('sheets.findings.department') }}
          <input
            class="ant-input"
            list="finding-departments"
            [maxLength]="limits.department"
            [value]="fields().department"
            data-testid="finding-department"
            (input)="set({ department: textOf($event) })"
          />
          <datalist id="finding-departments">
            @for (one of material().departments; track one) {
              <option [value]="one"></option>
            }
          </datalist>
        </label>
        <label>
          {{ t('sheets.findings.evidence') }}
          <select
            #file
            data-testid="finding-evidence"
            (change)="set({ evidenceId: file.value || null })"
          >
            <option value="" [selected]="fields().evidenceId === null">—</option>
            @for (one of files(); track one.evidenceId) {
              <option [value]="one.evidenceId" [selected]="one.evidenceId === fields().evidenceId">
                {{ one.title || one.fileName }}
              </option>
            }
          </select>
        </label>
      </div>
      @if (isLacking()) {
        <p class="blocks" role="alert" data-testid="finding-lacks">
          {{ t('sheets.findings.lacks') }}
        </p>
      }
      <div class="buttons">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="finding-save"
          [attr.aria-describedby]="isRemoved() ? 'finding-gone' : null"
          [disabled]="busy.isBusy() || isRemoved()"
        >
          <span>{{ t('sheets.findings.save') }}</span>
        </button>
        <button
          type="button"
          class="ant-btn"
          data-testid="finding-cancel"
          [disabled]="busy.isBusy()"
          (click)="cancel()"
        >
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  styleUrl: './forms.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingForm {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);

  readonly caseId = input.required<string>();
  readonly material = input.required<SheetMaterialDto>();
  /** Which one was opened; 0: a new one. */
  readonly number = input.required<number>();
  /** As it stands; null: a new one, or one that was removed meanwhile. */
  readonly finding = input<FindingDto | null>(null);
  /** What a new one begins with. */
  readonly start = input<FindingFieldsDto>(EMPTY);
  /** Where it goes instead of the server. */
  readonly keep = input<((fields: FindingFieldsDto) => Promise<void>) | null>(null);
  readonly typed = output<FindingFieldsDto>();
  readonly saved = output<FindingDto>();
  /** It is another one by now, or was sent: the list is to be read again. */
  readonly stale = output();
  readonly cancelled = output();

  protected readonly busy = new Busy();
  protected readonly limits = FINDING_LIMITS;
  protected readonly severities = FINDING_SEVERITIES;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isLacking = signal(false);
  /** With what the form began. */
  private readonly begun = typedFrom<number, FindingFieldsDto>(
    () => this.number(),
    () => fieldsOf(this.finding() ?? this.start()),
  );
  /** What is typed stays, whatever becomes of the finding. */
  protected readonly fields = typedFrom<number, FindingFieldsDto>(
    () => this.number(),
    () => this.begun(),
  );
  /** Upon which version it is typed; what was typed upon an older one meets the newer one when it is saved. */
  private readonly base = typedFrom<number, number | null>(
    () => this.number(),
    () => this.finding()?.version ?? 0,
  );
  protected readonly kept = keepForm<{
    readonly fields: FindingFieldsDto;
    readonly version: number | null;
  }>({
    // What is kept elsewhere is sealed there: nothing of it lies open on the machine.
    place: () => (this.keep() === null ? `case:${this.caseId()}:finding:${this.number()}` : null),
    typed: () => {
      const [fields, version] = [this.fields(), this.base()];
      return isSameValue(fields, this.begun()) ? null : { fields, version };
    },
    show: (kept) => {
      this.fields.set(kept?.fields ?? this.begun());
      this.base.set(kept ? kept.version : (this.finding()?.version ?? 0));
    },
  });
  protected readonly isRemoved = computed(() => this.number() > 0 && this.finding() === null);
  protected readonly items = computed(() =>
    listItems(this.material().scheme as unknown as Scheme).map(
      ({ item: { id, topic, clause } }) => ({
        ...{ id, clause: clause ?? '' },
        topic: textIn(topic, this.language.current()),
      }),
    ),
  );
  /** Those of the chosen item first. */
  protected readonly files = computed(() => {
    const { itemId } = this.fields();
    const serves = ({ itemIds }: SheetMaterialDto['files'][number]) => itemIds.includes(itemId);
    const all = this.material().files;
    return [...all.filter(serves), ...all.filter((file) => !serves(file))];
  });

  protected textOf({ target }: Event): string {
    return (target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected set(change: Partial<FindingFieldsDto>): void {
    this.fields.update((fields) => ({ ...fields, ...change }));
    this.typed.emit(this.fields());
  }

  /** The clause of the item is what is not conformed to, unless somebody wrote another one. */
  protected choose(itemId: string): void {
    const clauseOf = (id: string): string =>
      clauseText(this.items().find((item) => item.id === id)?.clause ?? '', 'zh-CN');
    const { itemId: before, requirement } = this.fields();
    const isOwn = requirement !== '' && requirement !== clauseOf(before);
    this.set({ itemId, ...(isOwn ? {} : { requirement: clauseOf(itemId) }) });
  }

  /** What is typed is given up. */
  protected cancel(): void {
    this.fields.set(this.begun());
    this.kept.forget();
    this.cancelled.emit();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isRemoved()) return;
    const body = this.fields();
    this.isLacking.set(body.itemId === '' || body.text.trim() === '');
    if (this.isLacking()) return;
    this.problem.set(null);
    const [id, finding, keep] = [this.caseId(), this.finding(), this.keep()];
    try {
      await this.busy.run(async () => {
        if (keep) return keep(body);
        const stored =
          finding === null
            ? await this.api.post('/cases/{id}/findings', { id, body })
            : await this.api.put('/cases/{id}/findings/{number}', {
                ...{ id, number: finding.number, ifMatch: this.base() ?? finding.version, body },
              });
        this.begun.set(body);
        this.kept.forget();
        this.saved.emit(stored);
      }, 'finding');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status !== 409) return;
      // Told that it is another one by now, the person saves upon what the page has read anew.
      this.base.set(null);
      this.stale.emit();
    }
  }
}
