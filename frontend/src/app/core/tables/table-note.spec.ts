import { sortedNotes } from './table-note';

describe('notes about a file', () => {
  it('are parted into those about sheets and those about rows that are no entries', () => {
    const notes = [
      { rowNumber: 5, kind: 'subtotal', text: '小计' },
      { rowNumber: 0, kind: 'rows_hidden', text: '2' },
      { rowNumber: 9, kind: 'furniture', text: '编制：李四' },
    ];
    expect(sortedNotes(notes)).toEqual({ whole: [notes[1]], rows: [notes[0], notes[2]] });
  });
});
