import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { StructureTemplateId } from '@liangxing/system-structure';
import { NzDropdownModule } from 'ng-zorro-antd/dropdown';
import { SaveState } from '../../core/drafts/save-state';
import { ProblemNotice } from '../../core/errors/problem-notice';
import { CurrentOrganization } from '../../core/session/current-organization';
import { AskDialog } from './ask-dialog';
import { ChoiceDialog } from './choice-dialog';
import { Dialogs } from './dialogs';
import { NodeActions } from './node-actions';
import { SystemStart } from './system-start';
import { SystemStore } from './system-store';

const TABS = ['', 'diagram', 'list', 'statistics', 'notes', 'drafts'] as const;

/** 标准体系: which system is open, its tabs, what the server has not taken yet. */
@Component({
  selector: 'lx-system-frame',
  imports: [
    RouterOutlet,
    RouterLink,
    RouterLinkActive,
    TranslocoDirective,
    NzDropdownModule,
    SaveState,
    ProblemNotice,
    AskDialog,
    ChoiceDialog,
    SystemStart,
  ],
  providers: [SystemStore, Dialogs, NodeActions],
  templateUrl: './system-frame.html',
  styleUrl: './system-frame.less',
  host: { '(window:online)': 'store.retryOffline()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SystemFrame {
  private readonly organization = inject(CurrentOrganization);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  protected readonly store = inject(SystemStore);
  protected readonly tabs = TABS;

  constructor() {
    effect(() => {
      if (this.organization.id()) void this.store.open();
    });
  }

  protected base(): readonly string[] {
    return ['/o', this.organization.id(), 'system'];
  }

  protected rename(): void {
    this.dialogs.ask({
      title: this.text('rename'),
      fields: [
        {
          name: 'name',
          label: this.text('name'),
          value: this.store.system()?.name ?? '',
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

  protected create(): void {
    void this.router.navigate([...this.base()]);
    this.store.isChoosing.set(true);
  }

  protected async start(templateId: StructureTemplateId): Promise<void> {
    await this.store.start(templateId);
  }

  protected delete(): void {
    const system = this.store.system();
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
    return this.store.unsent()?.steps.length ?? 0;
  }

  private text(key: string): string {
    return this.transloco.translate(`systems.switcher.${key}`);
  }
}
