import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { NamedPerson } from '@liangxing/contracts';
import { Members } from './members';

/** The account of a printed name: which one it is, or which it might be. Nothing for whoever may not see members. */
@Component({
  selector: 'lx-person-link',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (linked(); as member) {
        <span class="small muted" [attr.data-testid]="testId() + '-linked'">
          {{ t('person.linked', { email: member.email }) }}
          @if (!disabled()) {
            <button type="button" class="plain" (click)="chosen.emit(null)">
              {{ t('person.unlink') }}
            </button>
          }
        </span>
      } @else if (canLink()) {
        <select
          #choice
          class="small"
          [attr.aria-label]="t('person.linkOf', { name: person().name })"
          [attr.data-testid]="testId() + '-link'"
          (change)="chosen.emit(choice.value || null)"
        >
          <option value="" selected>{{ t('person.link') }}</option>
          @for (member of members.list(); track member.userId) {
            <option [value]="member.userId">{{ member.name }} · {{ member.email }}</option>
          }
        </select>
      }
    </ng-container>
  `,
  styles: `
    select {
      max-width: 100%;
      border: 0;
      background: none;
      color: var(--lx-muted);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonLink {
  protected readonly members = inject(Members);

  readonly person = input.required<NamedPerson>();
  readonly testId = input('person');
  readonly disabled = input(false);
  /** The member who is meant; null: a name alone. */
  readonly chosen = output<string | null>();

  protected readonly linked = computed(() => {
    const { userId } = this.person();
    return this.members.list().find((member) => member.userId === userId);
  });
  protected readonly canLink = computed(
    () => !this.disabled() && this.person().name.trim() !== '' && this.members.list().length > 0,
  );
}
