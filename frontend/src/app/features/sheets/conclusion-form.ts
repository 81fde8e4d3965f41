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
import { TranslocoDirective } from '@jsverse/transloco';
import { CONCLUSION_LIMITS, RECOMMENDATIONS, type Recommendation } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type { ConclusionDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { SaveState } from '../../core/drafts/save-state';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { SessionService } from '../../core/session/session.service';
import { CONCLUSION, type ConclusionContent } from './conclusion';
import { ConclusionQueue } from './conclusion-queue';

const TEXTS = ['summary', 'strengths', 'improvements'] as const;
const EMPTY: ConclusionContent = {
  ...{ summary: '', strengths: '', improvements: '', recommendation: null, grade: '' },
};

/** 评价结论: saved as it is typed, by whoever of the team writes it. */
@Component({
  selector: 'lx-conclusion-form',
  imports: [ProblemNotice, SaveState, TranslocoDirective],
  providers: [ConclusionQueue],
  template: `
    <section class="box" *transloco="let t" data-testid="conclusion">
      <h2>
        {{ t('letters.words.conclusion') }}
        @if (canWrite()) {
          <lx-save-state [state]="queue.state()" />
        }
      </h2>
      <lx-problem-notice [problem]="problem()" />
      <lx-problem-notice [problem]="refused()" [listFields]="true" />
      @if (conflict(); as other) {
        <div class="theirs" role="alert" data-testid="conclusion-conflict">
          <p>
            {{ t('sheets.conclusion.conflict', { name: other.theirs.updatedByName }) }}
          </p>
          @for (field of texts; track field) {
            @if (other.theirs[field] !== other.mine[field]) {
              <p class="said">
                {{ t('letters.words.' + field) }}{{ t('parting.said') }}{{ other.theirs[field] }}
              </p>
            }
          }
          <div class="buttons">
            <button type="button" class="ant-btn" (click)="queue.settle(key, 'mine')">
              <span>{{ t('sheets.keepHere') }}</span>
            </button>
            <button type="button" class="ant-btn" (click)="queue.settle(key, 'theirs')">
              <span>{{ t('sheets.keepStored') }}</span>
            </button>
          </div>
        </div>
      }
      @if (aside(); as late) {
        <div class="theirs" role="alert">
          <p>
            <strong>{{ late.problem.title }}</strong> {{ late.problem.detail }}
          </p>
          <p class="said">{{ late.content.summary }}</p>
          <button type="button" class="ant-btn" (click)="queue.forget(key)">
            <span>{{ t('sheets.giveUp') }}</span>
          </button>
        </div>
      }
      @for (field of texts; track field) {
        <label>
          {{ t('letters.words.' + field) }}
          <textarea
            class="ant-input"
            [rows]="field === 'summary' ? 5 : 3"
            [maxLength]="limits[field]"
            [value]="content()[field]"
            [disabled]="!canWrite()"
            [attr.data-testid]="'conclusion-' + field"
            (input)="type(field, $event)"
          ></textarea>
        </label>
      }
      <fieldset>
        <legend>{{ t('letters.words.recommendation') }}</legend>
        @for (one of recommendations; track one) {
          <label class="choice">
            <input
              type="radio"
              name="recommendation"
              [checked]="content().recommendation === one"
              [disabled]="!canWrite()"
              [attr.data-testid]="'recommend-' + one"
              (change)="recommend(one)"
            />
            {{ t('letters.words.' + one) }}
          </label>
        }
      </fieldset>
      @if (content().recommendation === 'grant') {
        <label>
          {{ t('letters.words.recommendedGrade') }}
          <select
            #grade
            data-testid="conclusion-grade"
            [disabled]="!canWrite()"
            (change)="change({ grade: grade.value })"
          >
            <option value="" [selected]="content().grade === ''">
              {{ t('sheets.conclusion.noGrade') }}
            </option>
            @for (one of grades(); track one) {
              <option [value]="one" [selected]="content().grade === one">{{ one }}</option>
            }
          </select>
        </label>
      }
    </section>
  `,
  styles: `
    .box {
      display: flex;
      flex-direction: column;
      gap: var(--lx-gap-2);
      max-width: 720px;
    }
    .said {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .theirs {
      padding: 10px 14px;
      border-left: 3px solid var(--lx-warn);
      background: var(--lx-warn-soft);
    }
  `,
  styleUrl: './forms.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConclusionForm {
  private readonly api = inject(Api);
  private readonly session = inject(SessionService);
  private readonly cases = inject(CaseStore);
  protected readonly queue = inject(ConclusionQueue);

  /** That can be recommended, the lowest first. */
  readonly grades = input.required<readonly string[]>();
  readonly isScorer = input.required<boolean>();

  protected readonly key = CONCLUSION;
  protected readonly texts = TEXTS;
  protected readonly limits = CONCLUSION_LIMITS;
  protected readonly recommendations = RECOMMENDATIONS;
  private readonly stored = signal<ConclusionDto | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly content = computed<ConclusionContent>(
    () => this.queue.drafts().get(CONCLUSION)?.content ?? this.stored() ?? EMPTY,
  );
  protected readonly conflict = computed(() => this.queue.conflicts().get(CONCLUSION));
  protected readonly refused = computed(() => this.queue.refused().get(CONCLUSION) ?? null);
  protected readonly aside = computed(() => this.queue.aside().get(CONCLUSION));
  protected readonly canWrite = computed(() => {
    const isNow = ['evaluating', 'rectifying'].includes(this.cases.state() ?? '');
    return this.stored() !== null && this.isScorer() && isNow && !this.queue.isAside(CONCLUSION);
  });

  constructor() {
    effect((onCleanup) => {
      const id = this.cases.id();
      if (id) untracked(() => void this.open(id));
      onCleanup(() => this.queue.close());
    });
  }

  /** Whether everything that was typed has arrived; what has not waits and says why. */
  async flush(): Promise<boolean> {
    await this.queue.flush();
    return !this.queue.isUnsent(CONCLUSION);
  }

  protected type(field: (typeof TEXTS)[number], { target }: Event): void {
    this.change({ [field]: (target as HTMLTextAreaElement).value });
  }

  protected recommend(recommendation: Recommendation): void {
    const grade = recommendation === 'refuse' ? '' : this.content().grade;
    this.change({ recommendation, grade });
  }

  protected change(change: Partial<ConclusionContent>): void {
    if (this.canWrite()) this.queue.put(CONCLUSION, { ...this.content(), ...change });
  }

  private async open(id: string): Promise<void> {
    this.stored.set(null);
    this.problem.set(null);
    const read = async (): Promise<void> => {
      const found = await this.api.get('/cases/{id}/conclusion', { id });
      if (this.cases.id() === id) this.stored.set(found);
    };
    try {
      await read();
      if (!this.isScorer() || this.cases.id() !== id) return;
      await this.queue.open(
        this.session.user()?.id ?? '',
        id,
        () => this.stored() ?? undefined,
        (saved) => this.stored.set(saved),
        read,
      );
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
