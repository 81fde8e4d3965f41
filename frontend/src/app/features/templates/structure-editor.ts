import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ChangeSystemDto, PreparedNodeDto } from '../../core/api/generated/openapi';

export type Operation = ChangeSystemDto['operations'][number];

const named = (name: string) => ({ 'zh-CN': name.trim(), en: '' });

/** The nodes of a prepared structure; the one that is open can be renamed, left out, or get one below it. */
@Component({
  selector: 'lx-structure-editor',
  imports: [TranslocoDirective],
  template: `
    <ul *transloco="let t" data-testid="template-nodes">
      @for (node of nodes(); track node.key) {
        <li [style.padding-left.px]="(depths().get(node.key) ?? 0) * 20">
          <button
            type="button"
            class="node"
            [class.out]="node.trimmed !== null"
            [attr.aria-expanded]="canWrite() ? open() === node.key : null"
            [disabled]="!canWrite()"
            (click)="toggle(node.key)"
          >
            <span class="code">{{ node.code }}</span> {{ node.name }}
          </button>
          @if (node.trimmed !== null) {
            <span class="muted small">{{
              t('templates.nodes.out', { reason: node.trimmed })
            }}</span>
          }
          @if (open() === node.key) {
            <div class="tools">
              <input
                class="ant-input"
                maxlength="200"
                [attr.aria-label]="t('templates.nodes.name')"
                [value]="node.name"
                data-testid="node-name"
                #name
              />
              <button
                type="button"
                class="ant-btn ant-btn-sm"
                [disabled]="isBusy()"
                (click)="ask(renaming(node, name.value))"
              >
                <span>{{ t('templates.nodes.rename') }}</span>
              </button>
              <input
                class="ant-input"
                maxlength="200"
                data-testid="child-name"
                [placeholder]="t('templates.nodes.below')"
                [attr.aria-label]="t('templates.nodes.below')"
                #below
              />
              <button
                type="button"
                class="ant-btn ant-btn-sm"
                data-testid="add-child"
                [disabled]="isBusy()"
                (click)="ask(adding(node, below.value))"
              >
                <span>{{ t('templates.nodes.add') }}</span>
              </button>
              @if (node.origin === 'own') {
                <button
                  type="button"
                  class="ant-btn ant-btn-sm ant-btn-dangerous"
                  [disabled]="isBusy()"
                  (click)="ask({ op: 'remove', key: node.key })"
                >
                  <span>{{ t('templates.nodes.remove') }}</span>
                </button>
              } @else if (node.trimmed !== null) {
                <button
                  type="button"
                  class="ant-btn ant-btn-sm"
                  [disabled]="isBusy()"
                  (click)="ask({ op: 'restore', key: node.key })"
                >
                  <span>{{ t('templates.nodes.restore') }}</span>
                </button>
              } @else {
                <input
                  class="ant-input"
                  maxlength="1000"
                  data-testid="trim-reason"
                  [placeholder]="t('templates.nodes.reason')"
                  [attr.aria-label]="t('templates.nodes.reason')"
                  #reason
                />
                <button
                  type="button"
                  class="ant-btn ant-btn-sm"
                  data-testid="trim"
                  [disabled]="isBusy()"
                  (click)="ask({ op: 'trim', key: node.key, reason: reason.value.trim() })"
                >
                  <span>{{ t('templates.nodes.trim') }}</span>
                </button>
              }
            </div>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .node {
      padding: 2px 4px;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: left;
    }
    .node:enabled {
      cursor: pointer;
    }
    .node:disabled {
      color: var(--lx-ink);
    }
    .out {
      text-decoration: line-through;
    }
    .code {
      font-variant-numeric: tabular-nums;
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lx-gap-2);
      padding: var(--lx-gap-2);
      background: var(--lx-accent-soft, #f4f6f9);
    }
    .tools .ant-input {
      width: 180px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StructureEditor {
  readonly nodes = input.required<readonly PreparedNodeDto[]>();
  readonly canWrite = input(true);
  readonly isBusy = input(false);
  readonly asked = output<Operation>();

  protected readonly open = signal('');
  /** How deep each node stands; 0: a body. Parents stand before their branches. */
  protected readonly depths = computed(() => {
    const depths = new Map<string, number>();
    for (const { key, parent } of this.nodes())
      depths.set(key, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
    return depths;
  });

  protected toggle(key: string): void {
    this.open.update((open) => (open === key ? '' : key));
  }

  protected ask(operation: Operation): void {
    this.asked.emit(operation);
  }

  protected renaming({ key }: PreparedNodeDto, name: string): Operation {
    return { op: 'rename', key, name: named(name) };
  }

  protected adding({ key }: PreparedNodeDto, name: string): Operation {
    return { op: 'add', parent: key, name: named(name) };
  }
}
