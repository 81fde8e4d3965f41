import { changedByOthers, confirmedCount, shownText, withoutSaved } from './note-edits';
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
  it('show what was typed before what is stored', () => {
    expect(shownText(point(), { survey: '新' })).toBe('新');
    expect(shownText(point(), {})).toBe('草稿');
  });

  it('keep what was typed on while a save was on its way', () => {
    expect(withoutSaved({ survey: '一' }, 'survey', '一')).toEqual({});
    expect(withoutSaved({ survey: '一二' }, 'survey', '一')).toEqual({ survey: '一二' });
  });

  it('name what somebody else wrote since the kept text was begun', () => {
    const kept = { typed: { survey: '我的' }, bases: { survey: '草稿' } };
    expect(changedByOthers([point()], kept)).toEqual({});
    expect(changedByOthers([point({ text: '别人的' })], kept)).toEqual({ survey: '别人的' });
    expect(changedByOthers([point({ text: '我的' })], kept)).toEqual({});
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
