import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { OwnTableDto } from '../../core/api/generated/openapi';
import { Notices } from '../../core/errors/notices';
import { Newest } from '../../core/once/newest';

/** Whether an application was evaluated by the body's own scoring table, or by another one of the enterprise. */
@Component({
  selector: 'lx-material-table',
  imports: [TranslocoDirective],
  template: `
    @if (found(); as table) {
      <ng-container *transloco="let t">
        @if (table.version; as version) {
          <span class="chip good" data-testid="own-table">{{
            t('cases.ownTable', { version })
          }}</span>
        } @else {
          <span class="chip warn" data-testid="other-table">{{ t('cases.otherTable') }}</span>
        }
      </ng-container>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MaterialTable {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly newest = new Newest();

  readonly id = input.required<string>();
  readonly material = input.required<number>();

  protected readonly found = signal<OwnTableDto | null>(null);

  constructor() {
    effect(() => void this.read(this.id(), this.material()));
  }

  private async read(id: string, material: number): Promise<void> {
    const isNewest = this.newest.ask();
    try {
      const found = await this.api.get('/cases/{id}/materials/{material}/table', { id, material });
      if (isNewest()) this.found.set(found);
    } catch (error) {
      if (isNewest()) this.notices.failed(error);
    }
  }
}
