import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { UseTemplate } from '../../core/session/use-template';
import { TimePipe } from '../../core/i18n/time.pipe';
import { Api } from '../../core/api/api';
import { DownloadLink } from '../../core/download/download-link';
import { Notices } from '../../core/errors/notices';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { LanguageService } from '../../core/i18n/language.service';
import { pointsText } from '../../core/i18n/points';
import { CurrentOrganization } from '../../core/session/current-organization';
import { OtherDoor } from '../../core/tables/other-door';
import { FileReading } from '../../core/work/file-reading';
import { ReadingStatus } from '../../core/work/reading-status';
import { EntryList } from './entries/entry-list';
import { cellOf, floorsOf, newestOf, type UsableScheme } from './scheme';
import { OfferButton } from './offers/offer-button';
import { OfferedList } from './offers/offered-list';
import { OffersStore } from './offers/offers-store';
import { SchemesStore } from './schemes-store';

/** 评价方案: what may be chosen, its workbook, and a table that the organization holds on its way in. */
@Component({
  selector: 'lx-schemes-page',
  imports: [
    TimePipe,
    DownloadLink,
    EntryList,
    OfferButton,
    OfferedList,
    OtherDoor,
    ProblemNotice,
    ReadingStatus,
    RouterLink,
    TranslocoDirective,
    UseTemplate,
  ],
  providers: [SchemesStore, FileReading, OffersStore],
  templateUrl: './schemes.page.html',
  styleUrl: './schemes.page.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchemesPage {
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);
  protected readonly organization = inject(CurrentOrganization);
  protected readonly api = inject(Api);
  protected readonly store = inject(SchemesStore);
  protected readonly offers = inject(OffersStore);

  protected readonly isOver = signal(false);
  protected readonly canWrite = computed(() => this.organization.can('schemes:write'));
  /** Whoever evaluates by them: the others have schemes of their own to keep. */
  protected readonly canTakeOver = computed(
    () => this.canWrite() && this.organization.can('assessments:write'),
  );
  protected readonly newest = computed(
    () => new Set(newestOf(this.store.schemes() ?? []).map(keyOf)),
  );
  protected readonly points = pointsText;
  protected readonly cellOf = cellOf;
  protected readonly floorsOf = floorsOf;
  protected readonly keyOf = keyOf;

  constructor() {
    effect(() => {
      if (!this.organization.id()) return;
      this.store.discard();
      void this.store.load();
    });
  }

  protected titleOf({ title }: Pick<UsableScheme, 'title'>): string {
    return title[this.language.current()] ?? title['zh-CN'];
  }

  protected choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again once it was mended.
    input.value = '';
    if (file) void this.store.open(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file && this.canWrite()) void this.store.open(file);
  }

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  /** The workbook is what one person typed of annex C; another one still checks it. */
  protected async enter(): Promise<void> {
    const entry = await this.store.enter();
    if (entry === null) return;
    await this.router.navigate(['/o', this.organization.id(), 'schemes', 'entries', entry.id]);
  }

  protected async publish(): Promise<void> {
    const published = await this.store.publish();
    if (published === null) return;
    const text = { title: this.titleOf(published), version: published.version };
    this.notices.done(this.transloco.translate('schemes.done', text));
  }
}

function keyOf({ id, version }: Pick<UsableScheme, 'id' | 'version'>): string {
  return `${id}@${version}`;
}
