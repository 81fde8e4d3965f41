import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Members } from './members';
import { PersonLink } from './person-link';
import type { ListedPerson } from './typed-person';

/** Below a text of several names: each of them with its account. */
@Component({
  selector: 'lx-people-links',
  imports: [PersonLink],
  template: `
    @for (person of shown(); track $index) {
      <span class="small">
        {{ person.name }}
        <lx-person-link
          [person]="person"
          [testId]="testId() + '-' + $index"
          [disabled]="disabled()"
          (chosen)="link($index, $event)"
        />
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--lx-gap-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleLinks<Person extends ListedPerson> {
  private readonly members = inject(Members);

  readonly people = input.required<readonly Person[]>();
  readonly testId = input('person');
  readonly disabled = input(false);
  /** Where the names are typed. */
  readonly field = input.required<HTMLElement>();
  readonly linked = output<readonly Person[]>();

  /** Whoever sees no members reads the names above. */
  protected readonly shown = computed(() =>
    this.members.list().length === 0
      ? []
      : this.people().map(({ name, userId = null }) => ({ name, userId })),
  );

  protected link(index: number, userId: string | null): void {
    this.linked.emit(
      this.people().map((person, at) => (at === index ? { ...person, userId } : person)),
    );
    // What was pressed goes away; the focus stays with the people.
    this.field().focus();
  }
}
