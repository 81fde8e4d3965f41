import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { StructureTemplateId } from '@liangxing/system-structure';
import { UseTemplate } from '../../core/session/use-template';
import { SaveState } from '../../core/drafts/save-state';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { Dialogs } from './dialogs';
import { NodeActions } from './node-actions';
import { SystemStart } from './system-start';
import { SystemStore } from './system-store';
import { SystemSender } from './system-sender';
import { SystemView } from './system-view';

const TABS = ['', 'diagram', 'list', 'statistics', 'notes', 'drafts'] as const;

interface MenuAction {
  readonly name: 'new' | 'rename' | 'primary' | 'move' | 'delete';
  /** Below `systems.switcher`. */
  readonly text: string;
  readonly run: () => void;
}

/** 标准体系: which system is open, its tabs, what the server has not taken yet. */
@Component({
  selector: 'lx-system-frame',
  imports: [
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    RouterOutlet,
    RouterLink,
    RouterLinkActive,
    TranslocoDirective,
    SaveState,
    ProblemNotice,
    SystemStart,
    UseTemplate,
  ],
  providers: [SystemView, SystemSender, SystemStore, NodeActions],
  templateUrl: './system-frame.html',
  styleUrl: './system-frame.less',
  host: { '(window:online)': 'sender.retryOffline()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SystemFrame {
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  protected readonly store = inject(SystemStore);
  protected readonly opened = inject(SystemView);
  protected readonly sender = inject(SystemSender);
  protected readonly tabs = TABS;
  protected readonly actions = computed((): readonly MenuAction[] => {
    const system = this.opened.system();
    const isOld = system?.templateId === 'gb-t-15496-2003';
    return [
      { name: 'new', text: 'new', run: () => this.create() },
      { name: 'rename', text: 'rename', run: () => this.rename() },
      ...(system?.isPrimary === false ? [this.primaryAction] : []),
      ...(isOld ? [this.moveAction] : []),
      { name: 'delete', text: 'delete', run: () => this.delete() },
    ];
  });
  private readonly primaryAction: MenuAction = {
    name: 'primary',
    text: 'makePrimary',
    run: () => void this.store.makePrimary(),
  };
  private readonly moveAction: MenuAction = {
    name: 'move',
    text: 'move',
    run: () => void this.router.navigate([...this.base(), 'move']),
  };

  constructor() {
    effect(() => {
      if (this.organization.id()) void this.store.open();
    });
  }

  protected base(): readonly string[] {
    return ['/o', this.organization.id(), 'system'];
  }

  protected show(id: string): void {
    void this.store.open(id);
  }

  private rename(): void {
    this.dialogs.ask({
      title: this.text('rename'),
      fields: [
        {
          name: 'name',
          label: this.text('name'),
          value: this.opened.system()?.name ?? '',
          isRequired: true,
        },
      ],
      done: this.transloco.translate('actions.save'),
      submit: async ({ name = '' }) => {
        await this.store.rename(name);
        return null;
      },
    });
  }

  private create(): void {
    void this.router.navigate([...this.base()]);
    this.store.isChoosing.set(true);
  }

  protected async start(templateId: StructureTemplateId): Promise<void> {
    await this.store.start(templateId);
  }

  private delete(): void {
    const system = this.opened.system();
    if (system === null) return;
    this.dialogs.ask({
      title: this.text('delete'),
      text: this.transloco.translate('systems.switcher.deleteText', { name: system.name }),
      done: this.transloco.translate('actions.remove'),
      isDanger: true,
      submit: async () => {
        await this.store.delete();
        return null;
      },
    });
  }

  protected unsentCount(): number {
    return this.sender.unsent()?.steps.length ?? 0;
  }

  private text(key: string): string {
    return this.transloco.translate(`systems.switcher.${key}`);
  }
}
