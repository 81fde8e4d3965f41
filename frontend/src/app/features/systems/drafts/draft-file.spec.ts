import '@angular/compiler';
import { signal } from '@angular/core';
import { WORD_FIELDS } from '@liangxing/contracts';
import { fieldWords } from '../../../core/word-files/word-notes';
import { WordUpload } from '../../../core/word-files/word-upload';
import { PlayedServer, storeWith } from '../../../testing/store-with';
import type { Draft } from './draft';
import { DraftFile } from './draft-file';
import { DraftsStore } from './drafts-store';

const file = (number: number) => ({ number, fileName: `第 ${String(number)} 稿.docx` });

function shown(draft: Partial<Draft>, canWrite = true) {
  const { store } = storeWith(DraftFile, new PlayedServer({}), [
    { provide: DraftsStore, useValue: {} },
  ]);
  Object.assign(store, { draft: signal(draft), canWrite: signal(canWrite) });
  return store as unknown as {
    readonly current: () => { number: number } | undefined;
    readonly earlier: () => readonly { number: number }[];
    readonly isOpen: () => boolean;
  };
}

describe('the Word file of a draft', () => {
  it('is the newest; the others are earlier ones', () => {
    const files = [file(3), file(2), file(1)] as unknown as Draft['files'];
    const seen = shown({ files, state: 'draft' });
    expect(seen.current()?.number).toBe(3);
    expect(seen.earlier().map(({ number }) => number)).toEqual([2, 1]);
    expect(shown({ files: [], state: 'draft' }).current()).toBeUndefined();
  });

  it.each([
    ['draft', true],
    ['review', true],
    ['approved', false],
    ['in_force', false],
  ] as const)('may be replaced in the state %s: %s', (state, isOpen) => {
    expect(shown({ files: [], state }).isOpen()).toBe(isOpen);
    expect(shown({ files: [], state }, false).isOpen()).toBe(false);
  });

  it('is told as soon as it is chosen, and may be chosen again', () => {
    const { store } = storeWith(WordUpload, new PlayedServer({}));
    const told: unknown[] = [];
    store.chosen.subscribe((one) => told.push(one));
    const take = (target: object): void =>
      (store as unknown as { take(event: Event): void }).take({ target } as unknown as Event);
    const field = { files: { item: () => 'a file' }, value: 'C:\\fakepath\\a.docx' };
    take(field);
    take({ files: { item: () => null }, value: '' });
    expect([told, field.value]).toEqual([['a file'], '']);
  });

  it('has fields with a word of its own each, in both languages', () => {
    expect(fieldWords(['enterpriseName', 'number'], 'zh-CN')).toBe('企业名称、标准编号');
    expect(fieldWords(['number'], 'en')).toBe('Number of the standard (标准编号)');
    for (const side of ['zh', 'en'] as const) {
      const words = Object.values(WORD_FIELDS).map((field) => field[side]);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
