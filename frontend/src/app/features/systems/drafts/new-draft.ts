import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SystemView } from '../system-view';
import { DRAFT_KINDS, draftFrom, EMPTY_DRAFT, type DraftContent } from './draft';
import { DraftsStore } from './drafts-store';

/** Begins a draft, from one of the outlines or from bare chapters. */
@Component({
  selector: 'lx-new-draft',
  imports: [TranslocoDirective],
  template: `
    <form class="sheet" (submit)="start($event)" *transloco="let t">
      <h2>{{ t('drafts.new') }}</h2>
      <div class="form-grid">
        <label class="field half">
          <span>{{ t('drafts.outline') }}</span>
          <select
            class="ant-input"
            data-testid="draft-outline"
            (change)="choose($any($event.target).value)"
          >
            <option value="" [selected]="content().outlineId === ''">
              {{ t('drafts.noOutline') }}
            </option>
            @for (kind of kinds; track kind) {
              <optgroup [label]="t('drafts.kinds.' + kind)">
                @for (outline of ofKind()[kind]; track outline.id) {
                  <option [value]="outline.id" [selected]="content().outlineId === outline.id">
                    {{ outline.title }}
                  </option>
                }
              </optgroup>
            }
          </select>
        </label>
        <label class="field half">
          <span>{{ t('drafts.title') }}</span>
          <input
            class="ant-input"
            required
            maxlength="200"
            data-testid="draft-title"
            [value]="content().title"
            (input)="set({ title: $any($event.target).value })"
          />
        </label>
        <label class="field quarter">
          <span>{{ t('drafts.kind') }}</span>
          <select
            class="ant-input"
            data-testid="draft-kind"
            [disabled]="content().outlineId !== ''"
            (change)="set({ kind: $any($event.target).value })"
          >
            @for (kind of kinds; track kind) {
              <option [value]="kind" [selected]="content().kind === kind">
                {{ t('drafts.kinds.' + kind) }}
              </option>
            }
          </select>
        </label>
        <label class="field quarter">
          <span>{{ t('drafts.department') }}</span>
          <input
            class="ant-input"
            maxlength="100"
            list="draft-departments"
            data-testid="draft-department"
            [value]="content().department"
            (input)="set({ department: $any($event.target).value })"
          />
        </label>
        <p class="field half muted small">
          @if (place(); as name) {
            {{ t('drafts.goesTo', { name }) }}
          } @else {
            {{ t('drafts.goesNowhere') }}
          }
        </p>
      </div>
      <div class="toolbar">
        <button
          type="submit"
          class="ant-btn ant-btn-primary"
          data-testid="start-draft"
          [disabled]="store.isBusy()"
        >
          <span>{{ t('drafts.start') }}</span>
        </button>
        <button type="button" class="ant-btn" (click)="closed.emit()">
          {{ t('actions.cancel') }}
        </button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewDraft {
  private readonly opened = inject(SystemView);
  protected readonly store = inject(DraftsStore);
  readonly outline = input('');
  readonly title = input('');
  readonly node = input<string | null>(null);
  readonly closed = output();

  protected readonly kinds = DRAFT_KINDS;
  protected readonly content = signal<DraftContent>(EMPTY_DRAFT);
  protected readonly ofKind = computed(() => {
    const outlines = this.store.outlines();
    return {
      technical: outlines.filter(({ kind }) => kind === 'technical'),
      management: outlines.filter(({ kind }) => kind === 'management'),
      post: outlines.filter(({ kind }) => kind === 'post'),
    };
  });
  /** The node that the new standard will stand in. */
  protected readonly place = computed(() => {
    const found = this.opened.index().byKey.get(this.node() ?? '');
    return found === undefined ? '' : `${found.code} ${found.name['zh-CN']}`;
  });

  constructor() {
    effect(() => {
      const [wanted, title] = [this.outline(), this.title()];
      const found = this.store.outlines().find(({ id }) => id === wanted);
      untracked(() => this.content.set(draftFrom(found, title)));
    });
  }

  protected choose(id: string): void {
    const outline = this.store.outlines().find((one) => one.id === id);
    const before = this.store.outlines().find((one) => one.id === this.content().outlineId);
    const { title, department } = this.content();
    const own = title === before?.title ? '' : title;
    this.content.set({ ...draftFrom(outline, own), department });
  }

  protected set(change: Partial<DraftContent>): void {
    this.content.update((content) => ({ ...content, ...change }));
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.store.start(this.content(), this.node())) this.closed.emit();
  }
}
