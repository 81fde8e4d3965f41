/** Words of a register → values: levels, states, kinds, degrees, yes and no. */
import { parseStandardNumber, statusFromWord } from '@liangxing/standard-number';
import type {
  ClaimedStatus,
  RegisterDegree,
  RegisterKind,
  RegisterLevel,
} from '../../register/standard-record';

const LEVEL_WORDS: readonly (readonly [RegExp, RegisterLevel])[] = [
  [/国家|^国标|^gb|^national$/i, 'national'],
  [/行业|^行标|^sector$/i, 'sector'],
  [/地方|^地标|^local$/i, 'local'],
  [/团体|^团标|^group$/i, 'group'],
  [/企业|^企标|^q$|^enterprise$/i, 'enterprise'],
  [/国际|^international$/i, 'international'],
  [/国外|^foreign$/i, 'foreign'],
  [/其他|法律|法规|文件|^other$/i, 'other'],
];
const KIND_WORDS: readonly (readonly [RegExp, RegisterKind])[] = [
  [/基础|^basic$/i, 'basic'],
  [/方法|^method/i, 'method'],
  [/零部件|元器件|^component/i, 'component'],
  [/原材料|材料|^material/i, 'material'],
  [/安全|卫生|环保|环境|^safety/i, 'safety'],
  [/产品|过程|服务|^product/i, 'product'],
  [/其他|^other$/i, 'other'],
];

/** A word with what companies add to it in brackets; a longer text is a sentence. */
const LONGEST_WORD = 60;

const find = <T>(table: readonly (readonly [RegExp, T])[], text: string): T | undefined => {
  const plain = text.trim();
  if (plain.length > LONGEST_WORD) return undefined;
  return table.find(([pattern]) => pattern.test(plain))?.[1];
};

export const levelFromWord = (text: string): RegisterLevel | undefined => find(LEVEL_WORDS, text);
export const kindFromWord = (text: string): RegisterKind | undefined => find(KIND_WORDS, text);

const ENGLISH_STATUS: Readonly<Record<string, ClaimedStatus>> = {
  upcoming: 'upcoming',
  current: 'current',
  replaced: 'replaced',
  withdrawn: 'withdrawn',
  active: 'current',
  valid: 'current',
};

const IN_FORCE =
  /^(现行|有效|在用|使用中|正在使用|执行|执行中|正在执行|实施中|是|√|✓)(有效|版本|使用|标准)?$/;
/** 停用, 已作废, 废止不用: nothing that begins so is in force. */
const OUT_OF_FORCE = /^已?(经)?(停用|停止|作废|废止|废除|失效|撤销|注销|取消|淘汰)/;

/** 拟制定 and the like: a standard that does not exist yet. */
export const isPlannedWord = (text: string): boolean =>
  /^(拟|待|计划|准备|正在)(制定|制订|编制|编写|起草|发布)$|^(制定|制订|编制|编写|起草)中$|^(在编|待编)$/.test(
    text.trim(),
  );

/** What companies write for 待查. */
const NOT_KNOWN =
  /^(未知|不明|不详|待定|unknown|unchecked|[未待](查新|查证|查|核查|核实|核对|核|确认)|[\/—–-]+)$/i;

/** null: the word says that nothing is known; undefined: the word is not understood. */
export function statusFromText(text: string): ClaimedStatus | null | undefined {
  if (text === '') return null;
  const plain = text.trim();
  if (plain.length > LONGEST_WORD) return undefined;
  if (plain === '' || NOT_KNOWN.test(plain)) return null;
  const english = ENGLISH_STATUS[plain.toLowerCase()];
  if (english) return english;
  // What stands in brackets behind a word is a remark: 现行（2017 复审）.
  const word = plain.replace(/\s*[（(〔[][^（）()]*[)）〕\]]$/, '');
  if (IN_FORCE.test(word)) return 'current';
  if (OUT_OF_FORCE.test(word)) return 'withdrawn';
  if (/^已?被.*(代替|替代|取代)$/.test(word)) return 'replaced';
  const status = statusFromWord(word);
  if (status === 'unpublished') return 'upcoming';
  if (status === 'ending') return 'current';
  return status === 'unknown' ? undefined : status;
}

export function degreeFromText(text: string): RegisterDegree | null | undefined {
  if (text === '') return null;
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_WORD) return undefined;
  const plain = trimmed.normalize('NFKC').trim().toUpperCase();
  if (plain === '' || plain === '-' || plain === '/') return null;
  if (/IDT|等同/.test(plain)) return 'IDT';
  if (/MOD|EQV|修改|等效/.test(plain)) return 'MOD';
  return /NEQ|非等效/.test(plain) ? 'NEQ' : undefined;
}

export const isYes = (text: string): boolean =>
  /^(是|√|✓|✔|y|yes|true|1|拟制定|待制定|计划)$/i.test(text.trim());

/** 《…》 around a whole title. */
export function withoutTitleMarks(text: string): string {
  if (!text.startsWith('《')) return text;
  const inner = /^《([^《》]*)》$/.exec(text)?.[1];
  return inner?.trim() ?? text;
}

/** `GB/T 19001-2016 质量管理体系 要求` → both parts, where the first is a number and words follow. */
export function splitNumberAndTitle(text: string): { number: string; title: string } | undefined {
  if (!/\d/.test(text) || !/\p{Script=Han}/u.test(text)) return undefined;
  const plain = withoutTitleMarks(text.trim());
  const match =
    /^(.{3,60}?\d[^\s《\p{Script=Han}]*)[\s:：,，]*(《?(?=.*\p{Script=Han}).{2,})$/su.exec(plain);
  const number = match?.[1]?.trim();
  if (number === undefined || parseStandardNumber(number).kind !== 'standard') return undefined;
  if (parseStandardNumber(plain).kind === 'standard') return undefined;
  return { number, title: withoutTitleMarks(match?.[2]?.trim() ?? '') };
}
