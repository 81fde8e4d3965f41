import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SystemNode } from '@liangxing/system-structure';
import { LanguageService } from '../../core/i18n/language.service';
import { CurrentOrganization } from '../../core/session/current-organization';
import { NodeActions } from './node-actions';
import { draftQuery } from './draft-query';
import { nameOf } from './node-name';
import { NodeStandards } from './node-standards';
import type { ExpectationStatus } from './system';
import { SystemView } from './system-view';

const FIRST = 6;

/** A node: why it is there, what a complete system holds there, which standards stand there. */
@Component({
  selector: 'lx-node-panel',
  imports: [RouterLink, TranslocoDirective, NodeStandards],
  templateUrl: './node-panel.html',
  styleUrl: './node-panel.less',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodePanel {
  private readonly language = inject(LanguageService);
  private readonly organization = inject(CurrentOrganization);
  protected readonly actions = inject(NodeActions);
  protected readonly opened = inject(SystemView);

  readonly key = input.required<string>();
  readonly show = output<string>();

  protected readonly showsAll = linkedSignal({ source: this.key, computation: () => false });
  protected readonly node = computed(() => this.opened.index().byKey.get(this.key()));
  protected readonly isOut = computed(() => this.opened.index().out.has(this.key()));
  protected readonly name = computed(() => this.words('name'));
  protected readonly purpose = computed(() => this.words('purpose'));
  protected readonly branch = computed(() => this.actions.branchKeys(this.key()));
  protected readonly coverage = computed(() => this.opened.coverageByNode().get(this.key()));
  protected readonly expectations = computed(() => {
    const branch = this.branch();
    return (this.opened.coverage()?.expectations ?? []).filter(({ node }) => branch.has(node));
  });
  /** Of a large branch only the first that are open, until all are asked for. */
  protected readonly shown = computed(() => {
    const all = this.expectations();
    if (this.showsAll() || this.branch().size === 1) return all;
    const open = all.filter(
      ({ state, isUnplaced }) => isUnplaced || (state !== 'present' && state !== 'not_needed'),
    );
    return [...open].sort((a, b) => Number(b.isEssential) - Number(a.isEssential)).slice(0, FIRST);
  });
  protected readonly hidden = computed(() => this.expectations().length - this.shown().length);

  protected readonly draftsLink = computed(() => [
    '/o',
    this.organization.id(),
    'system',
    'drafts',
  ]);

  protected readonly draftQuery = draftQuery;

  protected nodeLabel(key: string): string {
    const node = this.opened.index().byKey.get(key);
    return node === undefined ? key : this.actions.labelOf(node);
  }

  protected standardLabel(expectation: ExpectationStatus): string {
    const standard = this.opened.standardById().get(expectation.standardId ?? '');
    return standard === undefined ? '' : `${standard.number} ${standard.title}`.trim();
  }

  protected reasonOf({ decision }: ExpectationStatus): string {
    return decision?.kind === 'not_needed' ? decision.reason : '';
  }

  protected add(parent: string | null, after: SystemNode | null): void {
    this.actions.add(parent, after, (key) => this.show.emit(key));
  }

  private words(part: 'name' | 'purpose'): string {
    const node = this.node();
    return node === undefined ? '' : nameOf(node[part], this.language.current());
  }
}
