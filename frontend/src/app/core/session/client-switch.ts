import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ModalTitle } from '../dialog/modal-title';
import { colourOf } from './colour-of';
import { CurrentOrganization, type Entry, type Membership } from './current-organization';
import { homeOf } from './home-of';
import { isFoundBy } from './pinyin-initials';
import { SessionService } from './session.service';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly address: string;
  /** A client that one also belongs to is entered as a member. */
  readonly isMember: boolean;
}

interface Group {
  /** Of whom they are clients; empty: the own organizations. */
  readonly acting: string;
  readonly choices: readonly Choice[];
}

/** Own organizations and clients by name or initials; arrows choose, Enter opens. */
@Component({
  selector: 'lx-client-switch',
  imports: [ModalTitle, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2 lxModalTitle>{{ t('acting.switchTitle') }}</h2>
      <input
        class="ant-input"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="client-choices"
        aria-autocomplete="list"
        cdkFocusInitial
        data-testid="client-search"
        [attr.aria-label]="t('acting.search')"
        [attr.aria-activedescendant]="active() ? 'choice-' + at() : null"
        [placeholder]="t('acting.search')"
        (input)="search($event)"
        (keydown)="onKey($event)"
      />
      <p class="visually-hidden" role="status">{{ t('acting.found', { count: all().length }) }}</p>
      <div
        class="choices"
        id="client-choices"
        role="listbox"
        [attr.aria-label]="t('acting.switch')"
      >
        @for (group of groups(); track group.acting) {
          <div role="group" [attr.aria-labelledby]="'group-' + $index">
            <div class="muted small" [id]="'group-' + $index">
              {{ group.acting ? t('acting.clientsOf', { name: group.acting }) : t('acting.own') }}
            </div>
            @for (choice of group.choices; track choice) {
              <div
                role="option"
                class="choice"
                data-testid="client-choice"
                [id]="'choice-' + all().indexOf(choice)"
                [class.active]="choice === active()"
                [attr.aria-selected]="choice === active()"
                tabindex="-1"
                (click)="open(choice)"
                (keydown.enter)="open(choice)"
                (mousemove)="at.set(all().indexOf(choice))"
              >
                <span class="mark" aria-hidden="true" [style.background]="choice.colour">{{
                  choice.name.charAt(0)
                }}</span>
                <span class="name">{{ choice.name }}</span>
                @if (choice.isMember) {
                  <span class="chip">{{ t('acting.isMember') }}</span>
                }
                @if (choice.id === organization.id()) {
                  <span class="muted small">{{ t('acting.openHere') }}</span>
                }
              </div>
            }
          </div>
        } @empty {
          <p class="muted">{{ t('acting.nothing') }}</p>
        }
      </div>
    </ng-container>
  `,
  styles: `
    .choices {
      max-height: 50vh;
      margin-top: var(--lx-gap-2);
      overflow-y: auto;
    }
    .choice {
      display: flex;
      gap: 8px;
      align-items: center;
      padding: 5px 8px;
      border-radius: var(--lx-radius);
      cursor: pointer;
    }
    .choice.active {
      background: var(--lx-accent-soft);
    }
    .mark {
      flex: none;
      width: 22px;
      height: 22px;
      border-radius: 2px;
      color: #fff;
      line-height: 22px;
      text-align: center;
    }
    .name {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientSwitch {
  private readonly session = inject(SessionService);
  private readonly router = inject(Router);
  private readonly dialog = inject(DialogRef);
  protected readonly organization = inject(CurrentOrganization);

  private readonly typed = signal('');
  /** Which of all that are shown is chosen. */
  protected readonly at = signal(0);
  protected readonly groups = computed(() => {
    const memberships = this.session.memberships();
    const isMember = (id: string): boolean =>
      memberships.some(({ organizationId }) => organizationId === id);
    const groups = new Map<string, Choice[]>([
      ['', memberships.map((one) => choiceOf(one, false))],
    ]);
    for (const entry of this.session.entries()) {
      const choices = groups.get(entry.actingName) ?? [];
      choices.push(choiceOf(entry, isMember(entry.organizationId)));
      groups.set(entry.actingName, choices);
    }
    return [...groups]
      .map(([acting, choices]): Group => ({
        acting,
        choices: choices.filter((one) => this.isFound(one)),
      }))
      .filter(({ choices }) => choices.length > 0);
  });
  protected readonly all = computed(() => this.groups().flatMap(({ choices }) => choices));
  protected readonly active = computed(() => this.all()[this.at()]);

  protected search(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
    this.at.set(0);
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const active = this.active();
    if (step !== undefined) {
      event.preventDefault();
      const count = Math.max(this.all().length, 1);
      this.at.update((at) => (at + step + count) % count);
      document.getElementById(`choice-${this.at()}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      this.open(active);
    }
  }

  protected open({ address }: Choice): void {
    this.dialog.close();
    void this.router.navigateByUrl(address);
  }

  private isFound({ name }: Choice): boolean {
    return isFoundBy(name, this.typed());
  }
}

function choiceOf(place: Membership | Entry, isMember: boolean): Choice {
  const { organizationId: id, organizationName: name } = place;
  const member = { organizationId: id, kind: 'enterprise', state: place.state } as const;
  return {
    ...{ id, name, isMember },
    colour: colourOf(id),
    address: homeOf(isMember ? member : place).join('/'),
  };
}
