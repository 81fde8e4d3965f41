/**
 * The words of remarks, on canonical text in upper case. Every expression ends where it began to
 * repeat itself; the texts are never longer than `LONGEST_TEXT`.
 */
const YEAR = '(?:19|20)\\d{2}';
const COUNT = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';

const LANGUAGE =
  '(?:(?:中英文|英文|中文|外文|法文|德文|俄文|日文)(?:对照|译)?(?:版|本)|中英文对照|[中英法德俄日]文' +
  '|E/F|EN/FR|ENGLISH(?: VERSION)?|EN|ENG|E|CN)';
/** Letters that mean a language only where they stand alone in brackets. */
const LANGUAGE_LETTER = '(?:FR|F|C)';
const REAFFIRMED =
  `(?:R ?${YEAR}|(?:${YEAR}年?(?:\\d{1,2}月)?)? ?(?:已?(?:复审|重新)?(?:确认|继续)(?:有效)?|已?复审有效|已?复审)` +
  `(?:[: ]?${YEAR}年?)?|(?:REAFFIRMED|REAPPROVED|CONFIRMED)(?: IN)?(?:[: ]?${YEAR})?)`;
const STATUS =
  '(?:(?:已经|现已|已|将|即将|尚|现)?(?:作废|废止|失效|停用|暂停使用|暂停|停止使用|撤销|撤消|未实施|实施|被代替|被替代)' +
  '|现行有效|现行|有效|在用|未发布|WITHDRAWN|SUPERSEDED|OBSOLETE|CANCELLED|ACTIVE|CURRENT)';
const SHEET = `(?:国家标准)?第?${COUNT}?号?(?:修改单|修改通知单|勘误表?)`;
const AMENDMENT = `(?:(?:含|包含|包括|附|及|和|与|并入)? ?(?:XG\\d{1,2}(?:-${YEAR})?|${SHEET})|(?:${YEAR}年?)?(?:局部修订|修订版?|修正版?))`;
const EDITION =
  `(?:第 ?${COUNT} ?(?:版|次修订)|(?:EDITION|ED|VERSION|VER|REVISION|REV|ISSUE)[ .]*[A-Z\\d]{1,2}(?:\\.\\d{1,3}){0,3}` +
  `|\\d{1,2}(?:ST|ND|RD|TH) ED(?:ITION)?|V\\d{1,2}(?:\\.\\d{1,3}){0,3}|[A-D]/\\d{1,2}|试行|报批稿|送审稿|征求意见稿|草案)`;
const PRINT = '(?:合订本|单行本|汇编|CSV|RLV|EXV|CMV|PRV|SER)';

const whole = (source: string): RegExp => new RegExp(`^${source}$`, 'u');

export const WHOLE = {
  language: whole(`(?:${LANGUAGE}|${LANGUAGE_LETTER})`),
  reaffirmed: whole(REAFFIRMED),
  status: whole(STATUS),
  edition: whole(EDITION),
  print: whole(PRINT),
} as const;

/** A remark of known words that stands behind a number without brackets, up to the next sign. */
export const KNOWN_REMARK = new RegExp(
  `(?:${[LANGUAGE, REAFFIRMED, STATUS, AMENDMENT, EDITION, PRINT].join('|')})(?![\\p{L}\\p{N}])`,
  'uy',
);

/** Signs of a table: their meaning stands in its legend. */
export const MARKS = /[※★☆●○▲△◆◇■□◎⊙√✓✔✗✘#†‡♦→*]+/uy;

/** Words with which the rest of the text tells what the standard replaces, or by what it is replaced. */
export const REPLACING =
  /(?:部分)?(?:代替|替代|取代|替换)|REPLACES|REPLACING|SUPERSEDES|SUPERSEDING|已?被|由|REPLACED BY|SUPERSEDED BY|新标准|新版/uy;

export const IS_REPLACED_BY =
  /(?:^|[^\p{L}])(?:REPLACED|SUPERSEDED) BY|[被由][^被由]*(?:代替|替代|取代|替换)|^(?:现行|新)(?:版本?|标准)/u;
export const IS_REPLACING = /代替|替代|取代|替换|REPLACES|REPLACING|SUPERSEDES|SUPERSEDING/u;
export const IS_PARTIAL = /部分|PARTLY|PARTIALLY|IN PART/u;
export const IS_AMENDMENT =
  /修改单|修改通知|修订|修正|勘误|(?:^|[^A-Z])(?:XG|AMD|COR)[ .]*\d|AMENDMENT|CORRIGEND/u;
export const IS_REAFFIRMED =
  /确认|继续有效|复审|REAFFIRMED|REAPPROVED|CONFIRMED|^R ?(?:19|20)\d{2}$/u;
export const IS_WITHDRAWN = /作废|废止|停用|失效|停止使用|撤销|撤消|WITHDRAWN|OBSOLETE|CANCELLED/u;
/** 即将废止, 未废止: it is not out yet. */
export const IS_NOT_YET = /即将|将于|将在|未/u;
export const IS_SUSPENDED = /暂停|暂缓/u;
