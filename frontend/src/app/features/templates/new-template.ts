import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { TEMPLATE_KINDS, type TemplateKind } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import type {
  AddedContentDto,
  TemplateDto,
  UsableSchemeDto,
} from '../../core/api/generated/openapi';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { Busy } from '../../core/once/busy';
import { NumberingFields, USUAL_RULE } from './numbering-fields';
import { RowEditor } from './row-editor';
import { contentOf, emptyRow, isRowKind, wrongCells, type Row } from './rows';

const STRUCTURES = ['gb-t-15496-2017', 'gb-t-15496-2003'] as const;
const FIRST_ROWS = 3;

/** A new template: its kind, its name, and what it begins with. */
@Component({
  selector: 'lx-new-template',
  imports: [NumberingFields, ProblemNotice, RowEditor, TranslocoDirective],
  template: `
    <form
      class="sheet"
      novalidate
      *transloco="let t"
      (submit)="save($event, name.value, note.value)"
    >
      <h2>{{ t('templates.new') }}</h2>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      <div class="form-grid">
        <div class="field quarter">
          <label for="template-kind">{{ t('templates.kind') }}</label>
          <select
            id="template-kind"
            class="ant-input"
            data-testid="template-kind"
            (change)="choose($event)"
          >
            @for (each of kinds; track each) {
              <option [value]="each" [selected]="each === kind()">
                {{ t('templates.kinds.' + each) }}
              </option>
            }
          </select>
        </div>
        <div class="field">
          <label for="template-name">{{ t('templates.name') }}</label>
          <input
            id="template-name"
            class="ant-input"
            maxlength="100"
            data-testid="template-name"
            [attr.aria-invalid]="isNameless() || null"
            [attr.aria-describedby]="
              isNameless()
                ? 'template-nameless'
                : kind() === 'structure'
                  ? 'template-name-hint'
                  : null
            "
            #name
          />
          @if (isNameless()) {
            <span id="template-nameless" class="problem" role="alert">{{
              t('templates.nameless')
            }}</span>
          } @else if (kind() === 'structure') {
            <span id="template-name-hint" class="hint">{{ t('templates.nameHint') }}</span>
          }
        </div>
        <div class="field">
          <label for="template-note">{{ t('templates.note') }}</label>
          <input id="template-note" class="ant-input" maxlength="1000" #note />
        </div>
        @switch (kind()) {
          @case ('structure') {
            <div class="field">
              <label for="template-basis">{{ t('templates.basis') }}</label>
              <select id="template-basis" class="ant-input" data-testid="template-basis" #basis>
                @for (each of structures; track each) {
                  <option [value]="each">{{ t('templates.bases.' + each) }}</option>
                }
              </select>
            </div>
          }
          @case ('scheme') {
            <div class="field">
              <label for="template-scheme">{{ t('templates.kinds.scheme') }}</label>
              <select id="template-scheme" class="ant-input" data-testid="template-scheme" #scheme>
                @for (each of schemes(); track each.id + each.version; let at = $index) {
                  <option [value]="at">
                    {{ each.title[language.current()] }} {{ each.version }}
                  </option>
                }
              </select>
            </div>
          }
        }
      </div>
      @if (kind() === 'numbering') {
        <lx-numbering-fields [(rule)]="rule" />
      }
      @if (rowKind(); as rowKind) {
        <lx-row-editor [kind]="rowKind" [(rows)]="rows" />
      }
      <div class="toolbar buttons">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="template-save"
          [disabled]="busy.isBusy()"
        >
          <span>{{ t('actions.save') }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="cancelled.emit()">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  styles: `
    .buttons {
      margin-top: var(--lx-gap-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewTemplate {
  private readonly api = inject(Api);
  protected readonly language = inject(LanguageService);

  readonly first = input<TemplateKind>('structure');
  readonly saved = output<TemplateDto>();
  readonly cancelled = output();

  protected readonly kinds = TEMPLATE_KINDS;
  protected readonly structures = STRUCTURES;
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isNameless = signal(false);
  protected readonly kind = linkedSignal(() => this.first());
  protected readonly rowKind = () => {
    const kind = this.kind();
    return isRowKind(kind) ? kind : null;
  };
  protected readonly rows = linkedSignal<readonly Row[]>(() => {
    const kind = this.rowKind();
    return kind === null ? [] : Array.from({ length: FIRST_ROWS }, () => emptyRow(kind));
  });
  protected readonly rule = signal(USUAL_RULE);
  protected readonly schemes = signal<readonly UsableSchemeDto[]>([]);

  constructor() {
    void this.loadSchemes();
  }

  protected choose({ target }: Event): void {
    this.kind.set((target as HTMLSelectElement).value as TemplateKind);
    this.problem.set(null);
  }

  protected async save(event: Event, typedName: string, typedNote: string): Promise<void> {
    event.preventDefault();
    const name = typedName.trim();
    this.problem.set(null);
    this.isNameless.set(name === '');
    const rowKind = this.rowKind();
    if (name === '' || (rowKind !== null && wrongCells(rowKind, this.rows()).length > 0)) return;
    const content = this.content(event.target as HTMLFormElement);
    const body = { kind: this.kind(), name, note: typedNote.trim(), content };
    try {
      await this.busy.run(
        async () => this.saved.emit(await this.api.post('/templates', { body })),
        JSON.stringify(body),
      );
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private content(form: HTMLFormElement): AddedContentDto {
    const chosen = (id: string) => form.querySelector<HTMLSelectElement>(`#${id}`)?.value ?? '';
    const kind = this.kind();
    if (isRowKind(kind)) return contentOf(kind, this.rows());
    if (kind === 'numbering') return { numbering: this.rule() };
    if (kind === 'structure')
      return {
        structure: STRUCTURES.find((one) => one === chosen('template-basis')) ?? STRUCTURES[0],
      };
    const { id = '', version = '' } = this.schemes()[Number(chosen('template-scheme'))] ?? {};
    return { scheme: { id, version } };
  }

  private async loadSchemes(): Promise<void> {
    try {
      this.schemes.set(await this.api.get('/schemes'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
