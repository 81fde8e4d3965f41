import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Decision, PUBLICITY_DAYS, type ReviewVerdict } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { CaseDecisionDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { readWholeWithin } from '../../core/typing/whole-within';
import { ConclusionMoves, hindranceWords } from './conclusion-moves';
import { type FieldsOfForm, ReasonForm, type ReasonedChoice, type SendReason } from './reason-form';

/** 复核 and 决定: each by somebody who did not do what is judged. */
@Component({
  selector: 'lx-review-part',
  imports: [ReasonForm, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <lx-reason-form
        testId="review"
        title="certificates.review"
        hint="certificates.reviewHint"
        label="certificates.reviewText"
        [place]="place()"
        [hindrance]="words(decision().hindrances.review)"
        [choices]="moves.can('pass_review', 'cases:review') ? reviewChoices : []"
        [standing]="standing()"
        [send]="review"
        (moved)="cases.read()"
      />
      <lx-reason-form
        testId="decide"
        title="letters.words.decision"
        label="certificates.decideText"
        [place]="place()"
        [hint]="hint()"
        [hindrance]="words(decision().hindrances.decide)"
        [choices]="moves.can('grant', 'cases:decide') ? decisionChoices() : []"
        [standing]="standing()"
        [send]="decide"
        [lacking]="lacking"
        (moved)="cases.read()"
      >
        <label [hidden]="grades().length === 0">
          {{ t('letters.words.grade') }}
          <select name="grade" class="ant-input" data-testid="decide-grade">
            @for (each of grades(); track each) {
              <option [value]="each">{{ each }}</option>
            }
          </select>
        </label>
        <label [hidden]="grades().length === 0">
          {{ t('letters.words.scope') }}
          <textarea
            name="scope"
            class="ant-input"
            rows="2"
            maxlength="500"
            data-testid="decide-scope"
            [value]="decision().result?.products?.join(t('parting.names')) ?? ''"
          ></textarea>
        </label>
        <label [hidden]="grades().length === 0">
          {{ t('certificates.days', { least: days.least, most: days.most }) }}
          <input
            name="days"
            class="ant-input"
            inputmode="numeric"
            autocomplete="off"
            data-testid="decide-days"
            [value]="publicityDays()"
          />
        </label>
      </lx-reason-form>
    </ng-container>
  `,
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewPart {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly cases = inject(CaseStore);
  protected readonly moves = inject(ConclusionMoves);

  readonly decision = input.required<CaseDecisionDto>();
  /** As usual at this body. */
  readonly publicityDays = input.required<number>();

  protected readonly days = PUBLICITY_DAYS;
  protected readonly place = computed(() => `case:${this.cases.id()}`);
  protected readonly standing = computed(() => `letters.states.${this.cases.state() ?? ''}`);
  /** The highest that can be granted stands first. */
  protected readonly grades = computed(() => this.decision().grades.toReversed());
  protected readonly hint = computed(() => {
    if (this.grades().length === 0) return 'certificates.onlyRefuse';
    return this.decision().result?.schemeKind === 'readiness'
      ? 'certificates.statementHint'
      : 'certificates.decideHint';
  });
  protected readonly reviewChoices: readonly ReasonedChoice[] = [
    { id: 'pass_review', label: 'certificates.pass_review', needsText: false, isPrimary: true },
    { id: 'return_to_team', label: 'certificates.return_to_team', needsText: true },
  ];
  protected readonly decisionChoices = computed((): readonly ReasonedChoice[] => [
    ...(this.grades().length === 0
      ? []
      : [{ id: 'grant', label: 'certificates.grant', needsText: false, isPrimary: true }]),
    {
      id: 'refuse',
      label: 'certificates.refuse',
      needsText: true,
      asks: 'certificates.refuseSure',
    },
  ]);

  protected readonly words = hindranceWords;

  protected readonly lacking = (decision: string, field: FieldsOfForm): string =>
    decision === 'grant' && readWholeWithin(field('days'), PUBLICITY_DAYS) === null
      ? this.transloco.translate<string>('certificates.wholeWithin', PUBLICITY_DAYS)
      : '';

  protected readonly review: SendReason = async (verdict, text) => {
    const body = { verdict: verdict as ReviewVerdict, text };
    await this.api.post('/cases/{id}/review', { ...this.moves.seen(), body });
    await this.moves.done();
  };

  protected readonly decide: SendReason = async (decision, text, field) => {
    const days = readWholeWithin(field('days'), PUBLICITY_DAYS);
    const granted =
      decision === 'grant' && days !== null
        ? { grade: field('grade'), scope: field('scope'), days }
        : {};
    const body = { decision: decision as Decision, text, ...granted };
    await this.api.post('/cases/{id}/decision', { ...this.moves.seen(), body });
    await this.moves.done();
  };
}
