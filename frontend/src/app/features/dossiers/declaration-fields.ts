import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type ConfirmedDeclaration,
  DECLARATION_IDS,
  type DeclarationId,
  declarationTitle,
  usualDeclaration,
} from '@liangxing/contracts';
import { CurrentOrganization } from '../../core/session/current-organization';

type Answer = 'open' | 'holds' | 'otherwise';

/** Each declaration of the application: not confirmed yet, true as usual, or stated otherwise. */
@Component({
  selector: 'lx-declaration-fields',
  imports: [TranslocoDirective],
  template: `
    <section *transloco="let t">
      <h3>{{ t('dossiers.report.declarations.title') }}</h3>
      <p class="small muted">{{ t('dossiers.report.declarations.lead') }}</p>
      @for (one of shown(); track one.id) {
        <fieldset
          [disabled]="!canWrite()"
          [attr.data-field]="'assessment.plan.declarations.' + one.id"
          [attr.data-testid]="'declaration-' + one.id"
        >
          <legend>{{ one.title }}</legend>
          <p class="small">{{ one.usual }}</p>
          @for (answer of answersOf(one.id); track answer) {
            <label>
              <input
                type="radio"
                [name]="'declaration-' + one.id"
                [checked]="one.answer === answer"
                [attr.data-testid]="'declaration-' + one.id + '-' + answer"
                (change)="answerWith(one.id, answer)"
              />
              {{ t('dossiers.report.declarations.' + answer) }}
            </label>
          }
          @if (one.answer === 'otherwise') {
            <textarea
              #text
              class="ant-input"
              rows="2"
              maxlength="2000"
              [attr.aria-label]="t('dossiers.report.declarations.text')"
              [placeholder]="t('dossiers.report.declarations.text')"
              [value]="one.text"
              (input)="write(one.id, false, text.value)"
            ></textarea>
          }
        </fieldset>
      }
    </section>
  `,
  styles: `
    section {
      margin-top: var(--lx-gap-4);
    }
    fieldset {
      margin: 8px 0;
      padding: 6px 0 0;
      border: 0;
      border-top: 1px solid var(--lx-line);
    }
    legend {
      margin: 0;
      border: 0;
      font-weight: 600;
      font-size: 14px;
    }
    label {
      margin-right: 16px;
    }
    textarea {
      margin-top: 4px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeclarationFields {
  private readonly organization = inject(CurrentOrganization);

  readonly confirmed = input.required<readonly ConfirmedDeclaration[]>();
  readonly canWrite = input(false);
  readonly changed = output<readonly ConfirmedDeclaration[]>();

  protected readonly shown = computed(() => {
    const name = this.organization.place()?.organizationName ?? '';
    return DECLARATION_IDS.map((id) => {
      const confirmed = this.confirmed().find((one) => one.id === id);
      const answer: Answer = !confirmed ? 'open' : confirmed.holds ? 'holds' : 'otherwise';
      const [title, usual] = [declarationTitle(id), usualDeclaration(id, name)];
      return { id, title, usual, answer, text: confirmed?.text ?? '' };
    });
  });

  /** That the papers are true is promised or not; there is nothing else to state. */
  protected answersOf(id: DeclarationId): readonly Answer[] {
    return id === 'truth' ? ['open', 'holds'] : ['open', 'holds', 'otherwise'];
  }

  protected answerWith(id: DeclarationId, answer: Answer): void {
    if (answer === 'open') this.changed.emit(this.others(id));
    else this.write(id, answer === 'holds', this.textOf(id));
  }

  protected write(id: DeclarationId, holds: boolean, text: string): void {
    this.changed.emit([...this.others(id), { id, holds, text }]);
  }

  private textOf(id: DeclarationId): string {
    return this.confirmed().find((one) => one.id === id)?.text ?? '';
  }

  private others(id: DeclarationId): readonly ConfirmedDeclaration[] {
    return this.confirmed().filter((one) => one.id !== id);
  }
}
