/** Short forms for the fields of record kinds. */
import type { Wording } from './error-text';
import type { RecordChoice, RecordField } from './record-kind';

type Options = Partial<Omit<RecordField, 'id' | 'label' | 'type'>>;
export const wording = (zh: string, en: string): Wording => ({ zh, en });
export const choice = (id: string, zh: string, en: string): RecordChoice => ({
  id,
  label: wording(zh, en),
});
const make =
  (type: RecordField['type'], width: RecordField['width']) =>
  (id: string, zh: string, en: string, options: Options = {}): RecordField => ({
    id,
    label: wording(zh, en),
    type,
    width,
    ...options,
  });
export const text = make('text', 'half');
export const long = make('long_text', 'wide');
export const day = make('date', 'quarter');
export const figure = make('number', 'quarter');
export const one = make('choice', 'quarter');
export const standard = make('standard', 'half');
export const person = make('person', 'half');

export const required = true;
export const department = (options: Options = {}): RecordField =>
  text('department', '责任部门', 'Department', {
    width: 'quarter',
    column: 12,
    synonyms: ['主管部门', '归口部门', '部门', '主责部门'],
    ...options,
  });
export const note = long('note', '备注', 'Note', { synonyms: ['说明', '附注'] });
