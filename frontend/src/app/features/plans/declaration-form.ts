import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Relation, RELATIONS } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { CaseStore } from '../../core/case/case-store';
import type { CaseTeamMemberDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { typedFrom } from '../../core/drafts/typed-from';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

/** 独立性声明 of whoever reads the page and is in the team. */
@Component({
  selector: 'lx-declaration-form',
  imports: [ProblemNotice, TranslocoDirective],
  template: `
    @if (isOpen()) {
      <form
        *transloco="let t"
        novalidate
        data-testid="declaration-form"
        (submit)="declare($event, text.value)"
      >
        <h3>{{ t('plans.declaration') }}</h3>
        <p class="muted small">{{ t('plans.declarationHint') }}</p>
        <lx-problem-notice [problem]="problem()" [listFields]="true" />
        <label>
          {{ t('plans.relation') }}
          <select class="ant-input" data-testid="declaration-relation" (change)="choose($event)">
            @for (each of relations; track each) {
              <option [value]="each" [selected]="each === relation()">
                {{ t('plans.relations.' + each) }}
              </option>
            }
          </select>
        </label>
        <label>
          {{ t(relation() === 'none' ? 'plans.relationTextOptional' : 'plans.relationText') }}
          <textarea
            #text
            class="ant-input"
            rows="2"
            maxlength="1000"
            data-testid="declaration-text"
            [value]="declared()?.text ?? ''"
          ></textarea>
        </label>
        @if (isUnsaid()) {
          <p class="blocks" role="alert">{{ t('plans.relationFirst') }}</p>
        }
        <div class="buttons">
          <button
            type="submit"
            class="ant-btn ant-btn-primary"
            data-testid="declare"
            [disabled]="busy.isBusy()"
          >
            <span>{{ t('plans.declare') }}</span>
          </button>
          @if (declared()) {
            <button type="button" class="ant-btn" (click)="isOpen.set(false)">
              <span>{{ t('actions.cancel') }}</span>
            </button>
          }
        </div>
      </form>
    } @else {
      <p *transloco="let t">
        <button
          type="button"
          class="ant-btn ant-btn-sm"
          data-testid="declare-anew"
          (click)="isOpen.set(true)"
        >
          <span>{{ t('plans.declareAnew') }}</span>
        </button>
      </p>
    }
  `,
  styleUrl: './plans.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeclarationForm {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly cases = inject(CaseStore);

  /** What was declared last; null: nothing yet. */
  readonly declared = input<CaseTeamMemberDto['declaration']>(null);
  readonly saved = output();

  protected readonly relations = RELATIONS;
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isUnsaid = signal(false);
  protected readonly isOpen = typedFrom(
    () => this.declared()?.declaredAt,
    () => this.declared() === null,
  );
  protected readonly relation = typedFrom<string | undefined, Relation>(
    () => this.declared()?.declaredAt,
    () => this.declared()?.relation ?? 'none',
  );

  protected choose(event: Event): void {
    this.relation.set((event.target as HTMLSelectElement).value as Relation);
  }

  protected async declare(event: Event, text: string): Promise<void> {
    event.preventDefault();
    const relation = this.relation();
    this.problem.set(null);
    this.isUnsaid.set(relation !== 'none' && text.trim() === '');
    if (this.isUnsaid()) return;
    try {
      await this.busy.run(async () => {
        const body = { relation, text };
        await this.api.post('/cases/{id}/declarations', { id: this.cases.id(), body });
        this.notices.done(this.transloco.translate('plans.declarationSaved'));
        this.isOpen.set(false);
        this.saved.emit();
      }, 'declare');
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
