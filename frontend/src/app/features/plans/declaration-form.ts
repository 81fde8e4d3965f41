import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Relation, RELATIONS } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { CaseStore } from '../../core/case/case-store';
import type { CaseTeamMemberDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { typedFrom } from '../../core/drafts/typed-from';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

interface TypedDeclaration {
  readonly relation: Relation;
  readonly text: string;
}

/** 独立性声明 of whoever reads the page and is in the team. */
@Component({
  selector: 'lx-declaration-form',
  imports: [KeptNote, ProblemNotice, TranslocoDirective],
  template: `
    @if (isOpen()) {
      <form *transloco="let t" novalidate data-testid="declaration-form" (submit)="declare($event)">
        <h3>{{ t('plans.declaration') }}</h3>
        <p class="muted small">{{ t('plans.declarationHint') }}</p>
        <lx-problem-notice [problem]="problem()" [listFields]="true" />
        <lx-kept-note [kept]="kept" />
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
            #field
            class="ant-input"
            rows="2"
            maxlength="1000"
            data-testid="declaration-text"
            [value]="text()"
            (input)="text.set(field.value)"
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
            <button type="button" class="ant-btn" (click)="cancel()">
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
  protected readonly text = typedFrom<string | undefined, string>(
    () => this.declared()?.declaredAt,
    () => this.declared()?.text ?? '',
  );
  protected readonly kept = keepForm<TypedDeclaration>({
    place: () => `case:${this.cases.id()}:declaration`,
    typed: () => {
      const { relation, text } = this.declared() ?? { relation: 'none', text: '' };
      const typed = { relation: this.relation(), text: this.text() };
      return typed.relation === relation && typed.text === text ? null : typed;
    },
    show: (kept) => {
      this.relation.set(kept?.relation ?? this.declared()?.relation ?? 'none');
      this.text.set(kept?.text ?? this.declared()?.text ?? '');
      if (kept) this.isOpen.set(true);
    },
  });

  protected cancel(): void {
    this.kept.giveUp();
    this.isOpen.set(false);
  }

  protected choose(event: Event): void {
    this.relation.set((event.target as HTMLSelectElement).value as Relation);
  }

  protected async declare(event: Event): Promise<void> {
    event.preventDefault();
    const [relation, text] = [this.relation(), this.text()];
    this.problem.set(null);
    this.isUnsaid.set(relation !== 'none' && text.trim() === '');
    if (this.isUnsaid()) return;
    try {
      await this.busy.run(async () => {
        const body = { relation, text };
        await this.api.post('/cases/{id}/declarations', { id: this.cases.id(), body });
        this.notices.done(this.transloco.translate('plans.declarationSaved'));
        this.isOpen.set(false);
        this.kept.forget();
        this.saved.emit();
      }, 'declare');
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
