/** @jest-environment jsdom */
import '@angular/compiler';
import { Dialog, type DialogConfig } from '@angular/cdk/dialog';
import { Injector } from '@angular/core';
import { Subject } from 'rxjs';
import { type ActedFor, ActingFor } from '../acting/acting-for';
import { LeaveDialog } from './leave-dialog';
import { Modal, type ModalOptions } from './modal';

class OpenedDialog {
  readonly overlayRef = { overlayElement: document.createElement('div') };
  readonly keydownEvents = new Subject<KeyboardEvent>();
  readonly closed = new Subject<unknown>();
  isClosed = false;

  constructor(readonly config: DialogConfig) {}

  close(answer?: unknown): void {
    this.isClosed = true;
    this.closed.next(answer);
  }

  type(into: HTMLElement): void {
    this.overlayRef.overlayElement.append(into);
    into.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  escape(): void {
    this.keydownEvents.next(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
  }
}

class Content {
  readonly name = 'content';
}

/** What is open, by its component, as the library would show it. */
function open(options: ModalOptions = {}, client: ActedFor | null = null) {
  const shown: { readonly component: unknown; readonly dialog: OpenedDialog }[] = [];
  const library = {
    open: (component: unknown, config: DialogConfig) => {
      const dialog = new OpenedDialog(config);
      shown.push({ component, dialog });
      return dialog;
    },
  };
  const injector = Injector.create({
    providers: [
      { provide: Dialog, useValue: library },
      { provide: ActingFor, deps: [] },
      { provide: Modal, deps: [] },
    ],
  });
  injector.get(ActingFor).client.set(client);
  injector.get(Modal).open(Content, options);
  const dialogOf = (component: unknown) =>
    shown.find((one) => one.component === component)?.dialog as OpenedDialog;
  return { content: dialogOf(Content), asked: () => dialogOf(LeaveDialog) };
}

describe('Esc in a dialog', () => {
  it('closes it where nothing was typed', () => {
    const { content, asked } = open();
    content.escape();
    expect([content.isClosed, asked()]).toEqual([true, undefined]);
  });

  it('asks before what was typed goes, and goes where it may', () => {
    const { content, asked } = open();
    content.type(document.createElement('textarea'));
    content.escape();
    expect(content.isClosed).toBe(false);
    asked().close(true);
    expect(content.isClosed).toBe(true);
  });

  it('stays with what was typed where the answer is to stay', () => {
    const { content, asked } = open();
    content.type(document.createElement('textarea'));
    content.escape();
    asked().close(false);
    expect(content.isClosed).toBe(false);
  });

  it('asks before a day goes that is half typed and told to nobody', () => {
    const { content, asked } = open();
    const field = document.createElement('input');
    field.oninput = (event) => event.stopImmediatePropagation();
    content.type(field);
    content.escape();
    expect([content.isClosed, asked() === undefined]).toEqual([false, false]);
  });

  it('asks nothing about what was only searched for', () => {
    const { content, asked } = open();
    const search = document.createElement('input');
    search.type = 'search';
    content.type(search);
    content.escape();
    expect([content.isClosed, asked()]).toEqual([true, undefined]);
  });

  it('asks nothing where what is typed is kept elsewhere', () => {
    const { content } = open({ keepsText: true });
    content.type(document.createElement('textarea'));
    content.escape();
    expect(content.isClosed).toBe(true);
  });

  it('does not close while its form is on its way', () => {
    const { content } = open();
    const form = document.createElement('form');
    form.setAttribute('aria-busy', 'true');
    content.overlayRef.overlayElement.append(form);
    content.escape();
    expect(content.isClosed).toBe(false);
    form.setAttribute('aria-busy', 'false');
    content.escape();
    expect(content.isClosed).toBe(true);
  });

  it('does nothing where only an answer closes it', () => {
    const { content, asked } = open({ isFirm: true });
    content.escape();
    expect([content.isClosed, asked()]).toEqual([false, undefined]);
  });
});

describe('another page behind a dialog', () => {
  it.each([
    [{}, true],
    [{ isFirm: true }, false],
  ])('with %j closes it: %s', (options, closes) => {
    expect(open(options).content.config.closeOnNavigation).toBe(closes);
  });
});

describe('a dialog of whoever acts for a client', () => {
  const client = { name: '委托企业', words: '客户：委托企业（代“良方咨询”办理）', colour: 'green' };

  it('names the client above it, unless it is about none', () => {
    const named = open({}, client).content.overlayRef.overlayElement.dataset['client'];
    const outside = open({ isOutside: true }, client).content.overlayRef.overlayElement;
    expect([named, outside.dataset['client']]).toEqual([client.words, undefined]);
  });

  it('names nobody in the own organization', () => {
    expect(open().content.overlayRef.overlayElement.dataset['client']).toBeUndefined();
  });
});
