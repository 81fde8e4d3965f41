import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { isRecordKind, recordKind, sideOf } from '@liangxing/contracts';
import { Api } from '../../core/api/api';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import type { RecordCount } from './record';

/** Which lists an item asks for, and how many records each has. */
@Component({
  selector: 'lx-item-records',
  imports: [RouterLink],
  template: `
    @for (list of lists(); track list.kind) {
      <a
        class="small"
        [routerLink]="['/o', organization.id(), 'records', list.kind]"
        [attr.data-testid]="'item-records-' + list.kind"
        >{{ list.label }} <span class="figure">{{ list.total }}</span></a
      >
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemRecords {
  private readonly api = inject(Api);
  private readonly language = inject(LanguageService);
  protected readonly organization = inject(CurrentOrganization);

  /** Ids of the lists, as the scheme's item names them. */
  readonly asked = input.required<readonly string[]>();

  private readonly counts = signal<readonly RecordCount[]>([]);
  private readonly kinds = computed(() => this.asked().filter(isRecordKind));
  private readonly isAsked = computed(() => this.kinds().length > 0);
  protected readonly lists = computed(() =>
    this.kinds().map((kind) => ({
      kind,
      label: recordKind(kind).label[sideOf(this.language.current())],
      total: this.counts().find((count) => count.kind === kind)?.total ?? '',
    })),
  );

  constructor() {
    effect(() => {
      if (this.organization.id() && this.isAsked()) void this.load();
    });
  }

  /** Only a hint: without the figures the links stay. */
  private async load(): Promise<void> {
    this.counts.set(await this.api.get('/record-counts').catch(() => []));
  }
}
