import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ObjectionVerdict } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { CaseDecisionDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { TimePipe } from '../../core/i18n/time.pipe';
import { AnswerTogether } from './answer-together';
import { ConclusionMoves, hindranceWords } from './conclusion-moves';
import { ReasonForm, type ReasonedChoice, type SendReason } from './reason-form';

/** 公示: its days, the objections that came and what was answered, and the certificate that is issued after it. */
@Component({
  selector: 'lx-publicity-part',
  imports: [AnswerTogether, ReasonForm, RouterLink, TimePipe, TranslocoDirective],
  templateUrl: './publicity-part.html',
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublicityPart {
  private readonly api = inject(Api);
  protected readonly cases = inject(CaseStore);
  private readonly moves = inject(ConclusionMoves);

  readonly publicity = input.required<NonNullable<CaseDecisionDto['publicity']>>();
  readonly hindrances = input.required<CaseDecisionDto['hindrances']>();

  protected readonly objectionChoices = computed((): readonly ReasonedChoice[] => [
    { id: 'dismissed', label: 'certificates.dismissed', needsText: true },
    {
      ...{ id: 'upheld', label: 'certificates.upheld', needsText: true },
      asks: `certificates.${this.publicity().state === 'open' ? 'upheldSure' : 'upheldLateSure'}`,
    },
  ]);
  protected readonly words = hindranceWords;
  protected readonly issueChoices: readonly ReasonedChoice[] = [
    { id: 'certify', label: 'certificates.certify', needsText: false, isPrimary: true },
  ];
  /** They wait on, where the publicity was stopped, until it is decided again. */
  protected readonly answersObjections = computed(
    () =>
      this.moves.can('stop_publicity', 'cases:decide') || this.moves.can('grant', 'cases:decide'),
  );
  protected readonly canIssue = computed(() => this.moves.can('certify', 'certificates:write'));

  protected done(): Promise<void> {
    return this.moves.done();
  }

  protected readonly answerObjection: SendReason = async (verdict, text, field) => {
    const body = { verdict: verdict as ObjectionVerdict, text };
    const asked = { ...this.moves.seen(), objectionId: field('objection'), body };
    await this.api.post('/cases/{id}/objections/{objectionId}/answer', asked);
    await this.moves.done();
  };

  protected readonly issue: SendReason = async (_, text, field) => {
    const body = { number: field('number').trim(), text };
    await this.api.post('/cases/{id}/certificate', { ...this.moves.seen(), body });
    await this.moves.done();
  };
}
