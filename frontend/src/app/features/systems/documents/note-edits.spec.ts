import { confirmedCount, mergeNotes, noteOf } from './note-edits';
import type { NotePoint } from './system-documents';

const point = (extra: Partial<NotePoint> = {}): NotePoint => ({
  id: 'survey',
  title: { 'zh-CN': '国内外相关标准概况', en: 'Survey' },
  text: '草稿',
  asks: [],
  outdated: [],
  state: 'draft',
  confirmed: null,
  ...extra,
});

describe('points of the compilation notes while they are written', () => {
  const typed = (text: string | null, isConfirmed = false) => ({ text, isConfirmed });

  it('say what is stored of them', () => {
    const confirmed = point({ state: 'confirmed' });
    expect(noteOf({ notes: [point(), confirmed] }, 'survey')).toEqual(typed('草稿'));
    expect(noteOf({ notes: [confirmed] }, 'survey')).toEqual(typed('草稿', true));
  });

  it('go over a newer version whose text of them is as it was', () => {
    expect(mergeNotes(typed('草稿'), typed('我的', true), typed('草稿'))).toEqual(
      typed('我的', true),
    );
    expect(mergeNotes(typed('草稿'), typed('我的', true), typed('我的'))).toEqual(
      typed('我的', true),
    );
  });

  it('ask where somebody else wrote in them', () => {
    expect(mergeNotes(typed('草稿'), typed('我的'), typed('别人的'))).toBeNull();
  });

  it('count only what a person stands for', () => {
    const confirmed = { by: '顾敏', on: '2026-03-01' };
    expect(
      confirmedCount([
        point(),
        point({ state: 'edited' }),
        point({ state: 'confirmed', confirmed }),
      ]),
    ).toBe(1);
  });
});
