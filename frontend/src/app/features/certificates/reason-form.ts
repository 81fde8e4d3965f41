import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Confirm } from '../../core/dialog/confirm';
import { keepForm } from '../../core/drafts/kept-form';
import { KeptNote } from '../../core/drafts/kept-note';
import { typedFrom } from '../../core/drafts/typed-from';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

/** One of the things that can be done, and whether a reason must be given for it. */
export interface ReasonedChoice {
  readonly id: string;
  /** Key of its words. */
  readonly label: string;
  readonly needsText: boolean;
  readonly isPrimary?: boolean;
  /** It cannot be taken back: key of what is asked first, with `title` (which is told the `named`) and `text`. */
  readonly asks?: string;
}

/** What is chosen, why, and what else stands in the form, by name. */
export type SendReason = (choice: string, text: string, fields: FieldsOfForm) => Promise<void>;
export type FieldsOfForm = (name: string) => string;

interface TypedReason {
  readonly text: string;
  /** Other fields that were changed, by name. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A text and buttons for what can be done with it. What was typed stays until it is sent or given up. */
@Component({
  selector: 'lx-reason-form',
  imports: [KeptNote, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (hindrance() && choices().length > 0) {
        <p class="muted" data-testid="hindrance">{{ t(hindrance()) }}</p>
      }
      @if (possible().length > 0 || typed() !== null) {
        <form
          #form
          novalidate
          [attr.data-testid]="testId()"
          (input)="hear($event)"
          (change)="hear($event)"
          (submit)="$event.preventDefault()"
        >
          <h3>{{ t(title()) }}</h3>
          @if (hint()) {
            <p class="muted small">{{ t(hint()) }}</p>
          }
          <lx-problem-notice [problem]="problem()" [listFields]="true" />
          <lx-kept-note [kept]="kept" />
          <ng-content />
          <label>
            {{ t(label()) }}
            <textarea
              #text
              class="ant-input"
              rows="3"
              maxlength="4000"
              [value]="typed()?.text ?? ''"
              [attr.data-testid]="testId() + '-text'"
            ></textarea>
          </label>
          @if (lacks(); as what) {
            <p class="blocks" role="alert" data-testid="reason-lacks">{{ what }}</p>
          }
          @if (possible().length === 0) {
            <p class="blocks" role="alert" data-testid="impossible">
              {{ t(hindrance() ? 'letters.hindered' : 'letters.impossible', { state: state() }) }}
            </p>
          }
          <div class="buttons">
            @for (choice of possible(); track choice.id) {
              <button
                type="button"
                class="ant-btn"
                [class.ant-btn-primary]="choice.isPrimary"
                [attr.data-testid]="testId() + '-' + choice.id"
                [disabled]="busy.isBusy()"
                (click)="choose(choice, text)"
              >
                <span>{{ t(choice.label) }}</span>
              </button>
            } @empty {
              <button
                type="button"
                class="ant-btn"
                [attr.data-testid]="testId() + '-give-up'"
                (click)="giveUp()"
              >
                <span>{{ t('actions.cancel') }}</span>
              </button>
            }
          </div>
        </form>
      }
    </ng-container>
  `,
  styleUrl: './certificates.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonForm {
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);

  readonly testId = input.required<string>();
  /** Of what, such as `case:<id>`: what is typed is kept for this and for the form. */
  readonly place = input.required<string>();
  /** Keys of words. */
  readonly title = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Key of the words for how the thing stands now. */
  readonly standing = input('');
  /** Key of the words for why this person cannot do what could be done; empty: nothing keeps from it. */
  readonly hindrance = input('');
  /** Name of the thing, for questions that are asked first. */
  readonly named = input('');
  /** None: it cannot be done now; the form stays only while something is typed. */
  readonly choices = input.required<readonly ReasonedChoice[]>();
  readonly send = input.required<SendReason>();
  /** What another field lacks for a choice, in the language of the page; empty: nothing. */
  readonly lacking = input<(choice: string, fields: FieldsOfForm) => string>(() => '');
  /** Somebody else was first: it is to be read again. */
  readonly moved = output();

  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lacks = signal('');
  private readonly key = computed(() => `${this.place()}:${this.testId()}`);
  /** Null: nothing is typed. */
  protected readonly typed = typedFrom<string, TypedReason | null>(
    () => this.key(),
    () => null,
  );
  protected readonly possible = computed(() => (this.hindrance() === '' ? this.choices() : []));
  private readonly form = viewChild<ElementRef<HTMLFormElement>>('form');
  /** What an earlier visit left in the other fields, until it stands there. */
  private readonly toShow = signal<TypedReason['fields']>({});
  private before: TypedReason['fields'] = {};
  protected readonly kept = keepForm<TypedReason>({
    place: () => this.key(),
    typed: () => this.typed(),
    show: (kept) => {
      this.toShow.set(kept?.fields ?? this.before);
      this.typed.set(kept ?? null);
    },
  });

  constructor() {
    effect(() => {
      const [form, fields] = [this.form()?.nativeElement, this.toShow()];
      if (form) this.before = fill(form, fields);
    });
  }

  protected state(): string {
    return this.standing() ? this.transloco.translate<string>(this.standing()) : '';
  }

  protected hear({ target }: Event): void {
    const { name, value } = target as HTMLInputElement;
    const { text, fields } = this.typed() ?? { text: '', fields: {} };
    const now = name ? { text, fields: { ...fields, [name]: value } } : { text: value, fields };
    this.typed.set(now.text === '' && Object.keys(now.fields).length === 0 ? null : now);
  }

  protected giveUp(): void {
    this.kept.giveUp();
    this.problem.set(null);
  }

  protected async choose(choice: ReasonedChoice, field: HTMLTextAreaElement): Promise<void> {
    const text = field.value.trim();
    const fields = new FormData(field.form ?? undefined);
    const valueOf: FieldsOfForm = (name) => String(fields.get(name) ?? '');
    const isUnsaid = choice.needsText && text === '';
    if (isUnsaid) field.focus();
    this.lacks.set(
      isUnsaid
        ? this.transloco.translate<string>('certificates.reasonFirst')
        : this.lacking()(choice.id, valueOf),
    );
    if (this.lacks()) return;
    this.problem.set(null);
    try {
      await this.busy.run(async () => {
        if (!(await this.isSure(choice))) return;
        await this.send()(choice.id, text, valueOf);
        this.kept.forget();
        this.typed.set(null);
        this.toShow.set({});
      }, choice.id);
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 409) this.moved.emit();
    }
  }

  private async isSure({ asks, label }: ReasonedChoice): Promise<boolean> {
    if (asks === undefined) return true;
    const say = (key: string): string => this.transloco.translate(key, { name: this.named() });
    return this.confirm.isSure({
      ...{ title: say(`${asks}.title`), text: say(`${asks}.text`), sure: say(label) },
    });
  }
}

/** @returns what stood in these fields before */
function fill(form: HTMLFormElement, fields: TypedReason['fields']): TypedReason['fields'] {
  const before: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field === null || !('value' in field)) continue;
    before[name] = String(field.value);
    field.value = value;
  }
  return before;
}
