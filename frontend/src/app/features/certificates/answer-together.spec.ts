import '@angular/compiler';
import { signal } from '@angular/core';
import { PlayedServer, storeWith } from '../../testing/store-with';
import { AnswerTogether } from './answer-together';

const objection = (id: string, verdict: 'dismissed' | null = null) => ({
  ...{ id, name: id, text: '有事故', verdict },
});

function opened() {
  const played = new PlayedServer({ 'POST /cases/{id}/objections/answers': () => ({}) });
  const { store } = storeWith(AnswerTogether, played);
  const objections = signal([objection('a'), objection('b', 'dismissed'), objection('c')]);
  const form = Object.assign(store, { caseId: () => 'k', version: () => 3, objections }) as unknown;
  return {
    ...{ played, objections },
    form: form as {
      readonly chosen: () => readonly string[];
      readonly choices: () => readonly unknown[];
      readonly lacking: () => string;
      choose(id: string): void;
      chooseAll(event: unknown): void;
      send(verdict: string, text: string, fields: (name: string) => string): Promise<void>;
    },
  };
}

describe('objections that are answered together', () => {
  it('are those that were chosen and still wait', async () => {
    const { form, played, objections } = opened();
    expect(form.choices()).toHaveLength(1);
    expect(form.lacking()).not.toBe('');
    form.chooseAll({ target: { checked: true } });
    expect(form.chosen()).toEqual(['a', 'c']);
    objections.set([objection('a'), objection('c', 'dismissed'), objection('d')]);
    expect(form.chosen()).toEqual(['a']);
    form.choose('d');
    expect(form.lacking()).toBe('');
    await form.send('dismissed', '经核实不属实', () => '');
    const body = { verdict: 'dismissed', text: '经核实不属实', objectionIds: ['a', 'd'] };
    expect(played.askedFor('POST /cases/{id}/objections/answers')).toMatchObject([
      { id: 'k', ifMatch: 3, body },
    ]);
    expect(form.chosen()).toEqual([]);
    objections.set([objection('a')]);
    expect(form.choices()).toEqual([]);
  });
});
