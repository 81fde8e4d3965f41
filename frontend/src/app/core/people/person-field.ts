import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import type { NamedPerson } from '@liangxing/contracts';
import { Members } from './members';
import { PersonLink } from './person-link';
import { typedPerson } from './typed-person';

let fields = 0;

/**
 * A person by name, and by account where it is a member: members are offered while one types, and a name that stands
 * there already can be given its account. Who has none stays a name.
 */
@Component({
  selector: 'lx-person-field',
  imports: [PersonLink],
  template: `
    <input
      #field
      class="ant-input"
      [class.ant-input-sm]="isSmall()"
      type="text"
      [attr.list]="listId"
      [attr.id]="inputId() || null"
      [attr.maxlength]="mostCharacters()"
      [attr.aria-label]="label() || null"
      [attr.data-testid]="testId()"
      [required]="isRequired()"
      [disabled]="disabled()"
      [attr.title]="isCompact() ? (linked()?.email ?? null) : null"
      [value]="name()"
      (input)="type($event)"
      (change)="named.emit(current())"
    />
    <datalist [id]="listId">
      @for (member of members.list(); track member.userId) {
        <option [value]="member.name">{{ member.email }}</option>
      }
      @for (other of others(); track other) {
        <option [value]="other"></option>
      }
    </datalist>
    @if (!isCompact()) {
      <lx-person-link
        [person]="current()"
        [testId]="testId()"
        [disabled]="disabled()"
        (chosen)="link($event)"
      />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 2px;
    }
    input {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonField {
  protected readonly members = inject(Members);
  protected readonly listId = `people-${(fields += 1)}`;

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  readonly name = input.required<string>();
  readonly userId = input<string | null>(null);
  /** What may stand there as well: a department. */
  readonly others = input<readonly string[]>([]);
  readonly label = input('');
  readonly inputId = input('');
  readonly testId = input('person');
  readonly mostCharacters = input(200);
  readonly isRequired = input(false);
  readonly disabled = input(false);
  readonly isSmall = input(false);
  /** In a row of a table: the name alone. */
  readonly isCompact = input(false);
  /** With each character. */
  readonly typed = output<NamedPerson>();
  /** Once the name is left, and when an account is given or taken. */
  readonly named = output<NamedPerson>();

  private readonly stored = computed<NamedPerson>(() => ({
    name: this.name(),
    userId: this.userId(),
  }));
  readonly current = linkedSignal(() => this.stored());
  protected readonly linked = computed(() => {
    const { userId } = this.current();
    return this.members.list().find((member) => member.userId === userId);
  });

  protected type(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.current.set(typedPerson(value, this.stored(), this.members.list()));
    this.typed.emit(this.current());
  }

  protected link(userId: string | null): void {
    this.current.update(({ name }) => ({ name, userId }));
    this.typed.emit(this.current());
    this.named.emit(this.current());
    // What was pressed goes away; the focus stays with the person.
    this.field().nativeElement.focus();
  }
}
