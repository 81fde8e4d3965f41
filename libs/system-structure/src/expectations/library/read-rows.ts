import type { StructureTemplateId } from '../../structure';
import {
  ENTERPRISE_SIZES,
  type EnterpriseSize,
  type Expectation,
  type Industry,
  type WordGroup,
} from '../expectation';
import { OUTLINE_IDS, type OutlineId } from '../outlines';

const COLUMNS = 8;
const INDUSTRY_LETTERS: Readonly<Record<string, Industry>> = {
  m: 'manufacturing',
  s: 'service',
  p: 'power',
};
const POST_ENDINGS = ['岗位', '工作标准', '职责'];
const HEADS = ['部长', '经理', '科长', '处长', '主任', '主管', '部门负责人'];
const TEMPLATES: readonly StructureTemplateId[] = ['gb-t-15496-2003', 'gb-t-15496-2017'];

interface Words {
  readonly words: readonly WordGroup[];
  readonly wordsHere: readonly WordGroup[];
  readonly exceptWords: readonly string[];
}

function readWords(column: string): Words {
  const [groups = '', ...rest] = column.split(' ');
  const words: WordGroup[] = [];
  const wordsHere: WordGroup[] = [];
  for (const group of groups.split('/')) {
    const name = group.slice(1);
    if (group.startsWith('@')) {
      words.push(...POST_ENDINGS.map((ending) => [name, ending]));
      wordsHere.push([name]);
    } else if (group.startsWith('&')) words.push(...HEADS.map((head) => [name, head]));
    else if (group.startsWith('*')) wordsHere.push(name === '' ? [] : name.split('+'));
    else words.push(group.split('+'));
  }
  return { words, wordsHere, exceptWords: rest.map((word) => word.replace(/^!/u, '')) };
}

function isOutline(id: string): id is OutlineId {
  return OUTLINE_IDS.some((outline) => outline === id);
}

function isSize(text: string): text is EnterpriseSize {
  return ENTERPRISE_SIZES.some((size) => size === text);
}

type Source = Pick<Expectation, 'level' | 'number' | 'outline'>;

function readSource(column: string, topic: string, template: StructureTemplateId): Source {
  const [level = '', outlines = topic] = column.split(':');
  const [former = '', recent = former] = outlines.split('>');
  const outline = template === 'gb-t-15496-2017' ? recent : former;
  const draft = isOutline(outline) ? { outline } : {};
  if (level === 'own') return { level: 'enterprise', ...draft };
  if (level === 'any') return { level: 'any', ...draft };
  if (level === 'outside') return { level: 'external' };
  return { level: 'external', number: column };
}

function readRow(row: string): readonly Expectation[] {
  const cells = row.split('|').map((cell) => cell.trim());
  if (cells.length !== COLUMNS) throw new Error(`A row of expectations is malformed: ${row}`);
  const [topic = '', zh = '', en = '', words = '', old = '', recent = '', use = '', from = ''] =
    cells;
  const [weight, letters = '', fromSize = 'small'] = use.split(' ');
  if (!isSize(fromSize)) throw new Error(`A row of expectations has an unknown size: ${row}`);
  const shared = {
    topic,
    title: { 'zh-CN': zh, en },
    ...readWords(words),
    industries: [...letters].flatMap((letter) => INDUSTRY_LETTERS[letter] ?? []),
    fromSize,
    isEssential: weight === 'must',
    provenance: 'house',
  } as const;
  return TEMPLATES.map((template, index) => {
    const node = index === 0 ? old : recent;
    const source = readSource(from, topic, template);
    return { id: `${node}/${topic}`, template, node, ...shared, ...source };
  });
}

/**
 * Reads a table of expected documents, one per line:
 * topic | 标题 | title | words | node of the 2003 form | node of the 2017 form | use | source.
 *
 * Words: groups parted by `/`, words of one group by `+`; `*` before a group: counts only in the
 * node itself (`*` alone: whatever stands there); `@`: name of a post; `&`: head of that
 * department; `!` after a blank: a title
 * with that word does not match. Use: `must` or `usual`, then m, s, p for manufacturing, service,
 * power, and perhaps `medium` or `large`, the smallest enterprise that keeps it as a document of
 * its own. Source: `own`, `any` or `outside`, with `:id` where the outline has another id than the
 * topic, `a>b` where the 2017 form has another outline; or the number of an external standard.
 * @returns two expectations for each line, one for each template
 */
export function readRows(table: string): readonly Expectation[] {
  return table
    .split('\n')
    .filter((row) => row.trim() !== '')
    .flatMap(readRow);
}
