import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { CarryOverOfferDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { Busy } from '../../core/once/busy';

/** Offers what was found about readiness to an evaluation by an entered table; a person looks and confirms. */
@Component({
  selector: 'lx-carry-over',
  imports: [TranslocoDirective],
  template: `
    @if (offer(); as found) {
      @if (found.items.length > 0 && !isPutOff()) {
        <section class="carry" data-testid="carry-over" *transloco="let t">
          <h2>{{ t('assessments.carry.title') }}</h2>
          <p>{{ t('assessments.carry.lead', words()) }}</p>
          @if (found.sources.length > 1) {
            <label
              >{{ t('assessments.carry.source') }}
              <select class="ant-input" (change)="choose($event)">
                @for (source of found.sources; track source.id) {
                  <option [value]="source.id" [selected]="source.id === found.from">
                    {{ source.title }}
                  </option>
                }
              </select>
            </label>
          }
          <details>
            <summary>{{ t('assessments.carry.see') }}</summary>
            <ul>
              @for (item of found.items; track item.itemId) {
                <li>
                  <label>
                    <input
                      type="checkbox"
                      [checked]="!left().has(item.itemId)"
                      (change)="toggle(item.itemId)"
                    />
                    {{ item.itemId }}
                    <span class="chip">{{ t('assessments.carry.states.' + item.state) }}</span>
                  </label>
                  <small class="muted">{{ item.finding }}</small>
                </li>
              }
            </ul>
          </details>
          <button
            type="button"
            class="ant-btn ant-btn-primary"
            data-testid="carry-take"
            [disabled]="busy.isBusy()"
            (click)="take()"
          >
            <span>{{ t('assessments.carry.take') }}</span>
          </button>
          <button type="button" class="ant-btn" (click)="isPutOff.set(true)">
            <span>{{ t('assessments.carry.later') }}</span>
          </button>
        </section>
      }
    }
  `,
  styles: `
    .carry {
      margin: var(--lx-gap-2) 0;
      padding: var(--lx-gap-2) var(--lx-gap-3);
      border-left: 3px solid var(--lx-accent);
      background: var(--lx-accent-soft);
    }
    h2 {
      margin: 0;
      font-size: 14px;
    }
    ul {
      max-height: 260px;
      overflow: auto;
      padding-left: 4px;
      list-style: none;
    }
    small {
      display: block;
      padding-left: 22px;
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CarryOver {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly assessmentId = input.required<string>();
  readonly carried = output();

  protected readonly busy = new Busy();
  protected readonly offer = signal<CarryOverOfferDto | null>(null);
  protected readonly isPutOff = signal(false);
  /** Items that the person does not take. */
  protected readonly left = signal<ReadonlySet<string>>(new Set());
  private readonly chosen = computed(() =>
    (this.offer()?.items ?? []).filter(({ itemId }) => !this.left().has(itemId)),
  );
  protected readonly words = computed(() => ({
    title: this.offer()?.sources.find(({ id }) => id === this.offer()?.from)?.title ?? '',
    items: this.chosen().length,
    full: this.chosen().filter(({ state }) => state === 'assessed').length,
    files: this.chosen().reduce((sum, { evidenceCount }) => sum + evidenceCount, 0),
  }));

  constructor() {
    effect(() => {
      const id = this.assessmentId();
      untracked(() => void this.load(id, null));
    });
  }

  protected choose(event: Event): void {
    void this.load(this.assessmentId(), (event.target as HTMLSelectElement).value);
  }

  protected toggle(itemId: string): void {
    const left = new Set(this.left());
    if (!left.delete(itemId)) left.add(itemId);
    this.left.set(left);
  }

  protected take(): void {
    void this.busy.run(async () => {
      const from = this.offer()?.from;
      const itemIds = this.chosen().map(({ itemId }) => itemId);
      if (!from) return;
      try {
        const done = await this.api.post('/assessments/{assessmentId}/carry-over', {
          assessmentId: this.assessmentId(),
          body: { from, itemIds },
        });
        this.isPutOff.set(true);
        this.notices.done(this.transloco.translate('assessments.carry.done', done));
        this.carried.emit();
      } catch (error) {
        this.notices.failed(error);
      }
    }, this.assessmentId());
  }

  private async load(id: string, from: string | null): Promise<void> {
    this.offer.set(null);
    this.left.set(new Set());
    const asked = { assessmentId: id, from: from ?? undefined };
    // Without an offer the evaluation goes on as it is.
    const found = await this.api
      .get('/assessments/{assessmentId}/carry-over', asked)
      .catch(() => null);
    if (id === this.assessmentId()) this.offer.set(found);
  }
}
