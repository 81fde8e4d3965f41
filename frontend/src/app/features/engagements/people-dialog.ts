import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { ClientDto, MemberDto } from '../../core/api/generated/openapi';
import { ModalTitle } from '../../core/dialog/modal-title';
import { type Problem, problemOf } from '../../core/errors/problem';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { Busy } from '../../core/once/busy';

/** Who of the consultancy works for a client; answers `true` once it is stored. Owners enter every client. */
@Component({
  selector: 'lx-people-dialog',
  imports: [ModalTitle, ProblemNotice, TranslocoDirective],
  template: `
    <form *transloco="let t" novalidate (submit)="send($event)">
      <h2 lxModalTitle>{{ t('engagements.assignTo', { name: client.clientName }) }}</h2>
      <p class="muted">{{ t('engagements.assignHint') }}</p>
      <lx-problem-notice [problem]="problem()" [listFields]="true" />
      @for (member of members(); track member.userId) {
        <label>
          <input
            type="checkbox"
            data-testid="assign-person"
            [disabled]="member.role === 'owner'"
            [checked]="member.role === 'owner' || chosen().has(member.userId)"
            (change)="choose(member.userId, $event)"
          />
          {{ member.name }} <span class="muted">{{ t('roles.' + member.role) }}</span>
        </label>
      }
      <div class="modal-buttons">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="assign-save"
          [disabled]="busy.isBusy()"
        >
          <span>{{ t('actions.save') }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="dialog.close(false)">
          <span>{{ t('actions.cancel') }}</span>
        </button>
      </div>
    </form>
  `,
  styles: `
    label {
      display: block;
      padding: 3px 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleDialog {
  private readonly api = inject(Api);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  protected readonly client = inject<ClientDto>(DIALOG_DATA);
  protected readonly busy = new Busy();
  protected readonly problem = signal<Problem | null>(null);
  protected readonly members = signal<readonly MemberDto[]>([]);
  protected readonly chosen = signal<ReadonlySet<string>>(
    new Set(this.client.people.map(({ userId }) => userId)),
  );

  constructor() {
    void this.load();
  }

  protected choose(userId: string, event: Event): void {
    const isChosen = (event.target as HTMLInputElement).checked;
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isChosen) next.add(userId);
      else next.delete(userId);
      return next;
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const asked = { id: this.client.id, body: { userIds: [...this.chosen()] } };
    try {
      await this.busy.run(async () => {
        await this.api.put('/clients/{id}/people', asked);
        this.dialog.close(true);
      }, 'assign');
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private async load(): Promise<void> {
    try {
      this.members.set(await this.api.get('/members'));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
