import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { branchOf, NODE_FACTS, type SystemNode } from '@liangxing/system-structure';
import { LanguageService } from '../../core/i18n/language.service';
import { Dialogs } from './dialogs';
import type { AskField, Choice } from './questions';
import { nameOf } from './node-name';
import { isWithin } from './node-moves';
import { movedTo, withMain, withoutPlace, withPlace } from './places-edits';
import { SystemSender } from './system-sender';
import { SystemView } from './system-view';
import type { ChangeOperation, ExpectationStatus } from './system';

/** What a person can do with a node, its standards and what is expected there; asks where it must. */
@Injectable()
export class NodeActions {
  private readonly opened = inject(SystemView);
  private readonly sender = inject(SystemSender);
  private readonly dialogs = inject(Dialogs);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageService);

  /** @param done with the key of the new node */
  add(parent: string | null, after: SystemNode | null, done: (key: string) => void): void {
    const siblings = this.opened.index().children.get(parent) ?? [];
    const position = after === null ? siblings.length : siblings.indexOf(after) + 1;
    this.dialogs.ask({
      title: this.text(after === null ? 'addChild' : 'addSibling'),
      fields: this.nameFields(),
      done: this.transloco.translate('actions.add'),
      submit: (values) => {
        const key = crypto.randomUUID();
        const { code = '' } = values;
        const wrong = this.sender.change([
          {
            op: 'add',
            key,
            parent,
            position,
            ...(code === '' ? {} : { code }),
            name: { 'zh-CN': values['zh'] ?? '', en: values['en'] ?? '' },
            purpose: { 'zh-CN': values['purpose'] ?? '', en: '' },
          },
        ]);
        if (wrong === null) done(key);
        return wrong;
      },
    });
  }

  rename(key: string): void {
    const node = this.opened.index().byKey.get(key);
    if (node === undefined || !this.opened.canWrite()) return;
    this.dialogs.ask({
      title: this.text('rename'),
      fields: this.nameFields(node),
      done: this.transloco.translate('actions.save'),
      submit: (values) => this.sender.change(renaming(node, values)),
    });
  }

  trim(node: SystemNode): void {
    const question = NODE_FACTS[node.key]?.trimQuestion[this.language.current()];
    this.dialogs.ask({
      title: this.text('trim', { name: this.labelOf(node) }),
      text: question || this.text('trimQuestion'),
      fields: [
        {
          name: 'reason',
          label: this.text('reason'),
          value: node.trimmed ?? '',
          isRequired: true,
          isLong: true,
        },
      ],
      done: this.text('trimDone'),
      submit: ({ reason = '' }) => this.sender.change([{ op: 'trim', key: node.key, reason }]),
    });
  }

  mayTrim(node: SystemNode): boolean {
    return node.origin === 'own' || (NODE_FACTS[node.key]?.mayTrim ?? true);
  }

  /** That they apply, though nothing stands there yet. */
  keep(nodes: readonly SystemNode[]): void {
    this.sender.try([{ op: 'keep', keys: nodes.map(({ key }) => key), isKept: true }]);
  }

  restore(node: SystemNode): void {
    this.sender.try([{ op: 'restore', key: node.key }]);
  }

  renumber(node: SystemNode | null): void {
    this.sender.try([{ op: 'renumber', parent: node?.key ?? null }]);
  }

  remove(node: SystemNode): boolean {
    return this.sender.try([{ op: 'remove', key: node.key }]);
  }

  moveNode(node: SystemNode): void {
    const index = this.opened.index();
    this.dialogs.choose({
      title: this.text('moveNode', { name: this.labelOf(node) }),
      choices: this.nodeChoices(({ key }) => !isWithin(index, key, node.key)),
      choose: (parent) => this.sender.try([{ op: 'move', key: node.key, parent }]),
    });
  }

  /** Standards to another node: from a place in `branch`, or to a first place. */
  moveStandards(ids: readonly string[], branch: ReadonlySet<string>): void {
    this.chooseNode('moveStandards', ids, (to) => this.moveTo(ids, branch, to));
  }

  moveTo(ids: readonly string[], branch: ReadonlySet<string>, to: string): boolean {
    return this.place(ids, (places) => {
      const from = places.find((key) => branch.has(key));
      return movedTo(places, from, to);
    });
  }

  alsoPlace(ids: readonly string[]): void {
    this.chooseNode('alsoPlace', ids, (key) => this.place(ids, (places) => withPlace(places, key)));
  }

  makeMain(ids: readonly string[], branch: ReadonlySet<string>): void {
    this.place(ids, (places) => {
      const here = places.find((key) => branch.has(key));
      return here === undefined ? places : withMain(places, here);
    });
  }

  takeOut(ids: readonly string[], branch: ReadonlySet<string>): void {
    this.place(ids, (places) => {
      const here = places.find((key) => branch.has(key));
      return here === undefined ? places : withoutPlace(places, here);
    });
  }

  /** Entries of the register into a node. */
  addStandard(node: SystemNode): void {
    this.dialogs.choose({
      title: this.text('addStandard', { name: this.labelOf(node) }),
      choices: this.standardChoices(),
      choose: (id) => this.place([id], (places) => withPlace(places, node.key)),
    });
  }

  cover(expectation: ExpectationStatus): void {
    this.dialogs.choose({
      title: this.text('cover', { title: expectation.title }),
      choices: this.standardChoices(),
      choose: (standardId) =>
        this.sender.try([
          { op: 'decide', expectation: expectation.id, decision: { kind: 'covered', standardId } },
        ]),
    });
  }

  notNeeded(expectation: ExpectationStatus): void {
    const { decision } = expectation;
    this.dialogs.ask({
      title: this.text('notNeeded', { title: expectation.title }),
      text: this.text('notNeededQuestion'),
      fields: [
        {
          name: 'reason',
          label: this.text('reason'),
          value: decision?.kind === 'not_needed' ? decision.reason : '',
          isRequired: true,
          isLong: true,
        },
      ],
      done: this.text('notNeededDone'),
      submit: ({ reason = '' }) =>
        this.sender.change([
          { op: 'decide', expectation: expectation.id, decision: { kind: 'not_needed', reason } },
        ]),
    });
  }

  withdraw(expectation: ExpectationStatus): void {
    this.sender.try([{ op: 'decide', expectation: expectation.id, decision: null }]);
  }

  labelOf(node: SystemNode): string {
    return `${node.code} ${nameOf(node.name, this.language.current())}`;
  }

  nodeChoices(isWanted: (node: SystemNode) => boolean = () => true): readonly Choice[] {
    const { byKey, out } = this.opened.index();
    return [...byKey.values()]
      .filter((node) => !out.has(node.key) && isWanted(node))
      .map((node) => {
        const above = node.parent === null ? undefined : byKey.get(node.parent);
        const label = nameOf(node.name, this.language.current());
        const purpose = nameOf(node.purpose, this.language.current());
        const hint = [above === undefined ? '' : this.labelOf(above), purpose]
          .filter((part) => part !== '')
          .join(' · ');
        return { id: node.key, code: node.code, label, hint };
      });
  }

  branchKeys(key: string): ReadonlySet<string> {
    return new Set(branchOf(this.opened.index(), key).map((node) => node.key));
  }

  private standardChoices(): readonly Choice[] {
    return this.opened
      .standards()
      .map(({ standardId, number, title }) => ({ id: standardId, code: number, label: title }));
  }

  private chooseNode(key: string, ids: readonly string[], choose: (node: string) => void): void {
    if (ids.length === 0) return;
    this.dialogs.choose({
      title: this.text(key, { count: ids.length }),
      choices: this.nodeChoices(),
      choose,
    });
  }

  private place(
    ids: readonly string[],
    edit: (places: readonly string[]) => readonly string[],
  ): boolean {
    const places = this.opened.places();
    const edited = Object.fromEntries(ids.map((id) => [id, edit(places.get(id) ?? [])]));
    return this.sender.try([{ op: 'place', places: edited, basis: 'hand' }]);
  }

  private nameFields(node?: SystemNode): readonly AskField[] {
    const label = (key: string) => this.text(`fields.${key}`);
    const { name, purpose, code } = node ?? {};
    return [
      { name: 'zh', label: label('zh'), value: name?.['zh-CN'] ?? '', isRequired: true },
      { name: 'en', label: label('en'), value: name?.en ?? '' },
      {
        name: 'code',
        label: label(node ? 'code' : 'newCode'),
        value: code ?? '',
        isRequired: node !== undefined,
        max: 32,
      },
      {
        name: 'purpose',
        label: label('purpose'),
        value: purpose?.['zh-CN'] ?? '',
        isLong: true,
        max: 500,
      },
    ];
  }

  private text(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    return this.transloco.translate(`systems.ask.${key}`, params);
  }
}

/** Only what is different; name and code are one step of undo. */
function renaming(
  node: SystemNode,
  values: Readonly<Record<string, string>>,
): readonly ChangeOperation[] {
  const { zh = '', en = '', code = '', purpose = '' } = values;
  const operations: ChangeOperation[] = [];
  const isRenamed =
    zh !== node.name['zh-CN'] || en !== node.name.en || purpose !== node.purpose['zh-CN'];
  if (isRenamed) {
    operations.push({
      op: 'rename',
      key: node.key,
      name: { 'zh-CN': zh, en },
      purpose: { ...node.purpose, 'zh-CN': purpose },
    });
  }
  if (code !== node.code) operations.push({ op: 'recode', key: node.key, code });
  return operations;
}
