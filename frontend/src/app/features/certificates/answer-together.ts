import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ObjectionVerdict } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { ReasonForm, type ReasonedChoice, type SendReason } from './reason-form';

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Null: it waits. */
  readonly verdict: ObjectionVerdict | null;
}

/** Objections that say the same are dismissed together; to uphold one stops the publicity and is done alone. */
@Component({
  selector: 'lx-answer-together',
  imports: [ReasonForm, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (waiting().length > 1) {
        <fieldset data-testid="objections-together">
          <legend>{{ t('certificates.answerTogether') }}</legend>
          <p class="muted small">{{ t('certificates.answerTogetherHint') }}</p>
          <label class="choice">
            <input
              type="checkbox"
              data-testid="objections-all"
              [checked]="chosen().length === waiting().length"
              (change)="chooseAll($event)"
            />
            {{ t('certificates.allObjections', { count: waiting().length }) }}
          </label>
          @for (one of waiting(); track one.id) {
            <label class="choice">
              <input type="checkbox" [checked]="isChosen(one.id)" (change)="choose(one.id)" />
              <span>{{ one.name }}{{ t('parting.said') }}{{ one.text }}</span>
            </label>
          }
        </fieldset>
      }
      <lx-reason-form
        testId="objections-together-answer"
        [place]="'objections:' + caseId()"
        title="certificates.answerTogether"
        label="certificates.objectionText"
        [choices]="choices()"
        [lacking]="lacking"
        [standing]="standing()"
        [send]="send"
        (moved)="moved.emit()"
      />
    </ng-container>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-direction: column;
      gap: var(--lx-gap-2);
      max-width: 720px;
      margin: var(--lx-gap-4) 0 0;
      padding: var(--lx-gap-4);
      border: 1px solid var(--lx-line);
      border-radius: var(--lx-radius);
    }
    .choice {
      display: flex;
      gap: var(--lx-gap-2);
      align-items: baseline;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnswerTogether {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);

  readonly caseId = input.required<string>();
  readonly version = input.required<number>();
  readonly objections = input.required<readonly Waiting[]>();
  /** Key of the words for how the case stands now. */
  readonly standing = input.required<string>();
  /** They were answered, or somebody else was first. */
  readonly done = output();
  readonly moved = output();

  private readonly ticked = signal<ReadonlySet<string>>(new Set());
  protected readonly waiting = computed(() =>
    this.objections().filter(({ verdict }) => verdict === null),
  );
  protected readonly chosen = computed(() =>
    this.waiting()
      .map(({ id }) => id)
      .filter((id) => this.ticked().has(id)),
  );
  protected readonly choices = computed((): readonly ReasonedChoice[] =>
    this.waiting().length > 1
      ? [{ id: 'dismissed', label: 'certificates.dismissTogether', needsText: true }]
      : [],
  );

  protected readonly lacking = (): string =>
    this.chosen().length === 0
      ? this.transloco.translate<string>('certificates.tickObjections')
      : '';

  protected isChosen(id: string): boolean {
    return this.ticked().has(id);
  }

  protected choose(id: string): void {
    const ticked = new Set(this.ticked());
    if (!ticked.delete(id)) ticked.add(id);
    this.ticked.set(ticked);
  }

  protected chooseAll(event: Event): void {
    const isOn = (event.target as HTMLInputElement).checked;
    this.ticked.set(new Set(isOn ? this.waiting().map(({ id }) => id) : []));
  }

  protected readonly send: SendReason = async (verdict, text) => {
    const body = { verdict: verdict as ObjectionVerdict, text, objectionIds: this.chosen() };
    const asked = { id: this.caseId(), ifMatch: this.version(), body };
    await this.api.post('/cases/{id}/objections/answers', asked);
    this.ticked.set(new Set());
    this.done.emit();
  };
}
