import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SaveNumberingDto } from '../../core/api/generated/openapi';
import { DRAFT_KINDS } from './rows';

export const USUAL_RULE: SaveNumberingDto = {
  pattern: 'Q/{企业代号} {类别}{序号:3}-{年}',
  classes: { technical: 'J', management: 'G', post: 'Z' },
};

/** A numbering rule in which the code of each client has its place. */
@Component({
  selector: 'lx-numbering-fields',
  imports: [TranslocoDirective],
  template: `
    <div class="form-grid" *transloco="let t">
      <div class="field half">
        <label for="template-pattern">{{ t('templates.numbering.pattern') }}</label>
        <input
          id="template-pattern"
          class="ant-input"
          maxlength="80"
          data-testid="template-pattern"
          aria-describedby="template-pattern-hint"
          [readonly]="!canWrite()"
          [value]="rule().pattern"
          (input)="setPattern($event)"
        />
        <span id="template-pattern-hint" class="hint">{{ t('templates.numbering.hint') }}</span>
      </div>
      @for (kind of kinds; track kind) {
        <div class="field quarter">
          <label [for]="'template-class-' + kind">{{ t('templates.draftKinds.' + kind) }}</label>
          <input
            class="ant-input"
            maxlength="4"
            [id]="'template-class-' + kind"
            [readonly]="!canWrite()"
            [value]="rule().classes[kind]"
            (input)="setClass(kind, $event)"
          />
        </div>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NumberingFields {
  readonly rule = model.required<SaveNumberingDto>();
  readonly canWrite = input(true);
  protected readonly kinds = DRAFT_KINDS;

  protected setPattern({ target }: Event): void {
    const pattern = (target as HTMLInputElement).value;
    this.rule.update((rule) => ({ ...rule, pattern }));
  }

  protected setClass(kind: (typeof DRAFT_KINDS)[number], { target }: Event): void {
    const letters = (target as HTMLInputElement).value.trim().toUpperCase();
    this.rule.update((rule) => ({ ...rule, classes: { ...rule.classes, [kind]: letters } }));
  }
}
