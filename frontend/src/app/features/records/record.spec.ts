import { emptyRecord } from '@liangxing/contracts';
import { accountsOf, draftKey, isSameRecord, typedValue } from './record';

describe('a typed record', () => {
  it('holds days and figures as such, nothing where nothing was typed', () => {
    expect(typedValue('trainings', 'heldOn', '')).toBeNull();
    expect(typedValue('trainings', 'heldOn', '2026-03-01')).toBe('2026-03-01');
    expect(typedValue('trainings', 'people', ' 25 ')).toBe(25);
    expect(typedValue('trainings', 'people', '')).toBeNull();
    expect(typedValue('trainings', 'content', '25')).toBe('25');
  });

  it('keeps a figure that is none, so that the server can name it', () => {
    expect(typedValue('trainings', 'people', '很多')).toBe('很多');
  });

  it('is the same while nothing was changed', () => {
    const empty = { fields: emptyRecord('laws'), accounts: {} };
    expect(isSameRecord(empty, { fields: {}, accounts: { signedBy: null } })).toBe(true);
    const titled = { ...empty, fields: { ...empty.fields, title: '标准化法' } };
    expect(isSameRecord(empty, titled)).toBe(false);
    expect(isSameRecord(empty, { ...empty, accounts: { signedBy: 'a' } })).toBe(false);
  });

  it('of before accounts were known has those of the names that stand there still', () => {
    const stored = {
      fields: { teacher: '周华', signedBy: '张伟' },
      accounts: { teacher: 'a', signedBy: 'b' },
    };
    const draft = { id: 'r', version: 1, fields: { teacher: '顾敏', signedBy: '张伟' } };
    expect(accountsOf(draft, stored)).toEqual({ signedBy: 'b' });
    expect(accountsOf({ ...draft, accounts: { teacher: 'g' } }, stored)).toEqual({ teacher: 'g' });
  });

  it('waits apart for each person, enterprise, list and record', () => {
    expect(draftKey('u', 'o', 'laws', null)).toBe('record:u:o:laws:new');
    expect(draftKey('u', 'o', 'laws', 'r')).not.toBe(draftKey('u', 'o', 'plans', 'r'));
  });
});
