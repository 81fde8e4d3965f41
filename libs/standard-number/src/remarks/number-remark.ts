import type { StandardNumber } from '../standard-number';
import type { StandardStatus } from '../standard-status';

interface RemarkText {
  /** The words as written, with canonical signs, without the brackets around them. */
  readonly text: string;
}

export type RemarkLanguage = 'zh' | 'en' | 'fr' | 'de' | 'ru' | 'ja' | 'several';

/**
 * What stands beside a number and says something about it, without being a part of it. The identity
 * of the number never depends on a remark; a caller may act on the facts.
 */
export type NumberRemark = RemarkText &
  (
    | { /** 2017 确认有效, (2017), R2010. */ readonly kind: 'reaffirmed'; readonly year?: number }
    | {
        /** 含第1号修改单, XG1-2020, 2024 局部修订: the text takes the amendment in. */
        readonly kind: 'amendment';
        readonly numbers: readonly number[];
        readonly year?: number;
      }
    | { /** 英文版, (E), EN. */ readonly kind: 'language'; readonly language: RemarkLanguage }
    | {
        /** 代替 …, 部分代替 …, replaces …: the older standards. */
        readonly kind: 'replaces';
        readonly numbers: readonly StandardNumber[];
        readonly isPartial: boolean;
      }
    | {
        /** 被 … 代替, superseded by …: the newer standards. */
        readonly kind: 'replaced_by';
        readonly numbers: readonly StandardNumber[];
      }
    | { /** Ed. 7.0, 第二版: `7.0`, `2`. */ readonly kind: 'edition'; readonly edition?: string }
    | {
        /** 已作废, 现行, 即将实施. 停用 and 作废 are withdrawn; 暂停 is unknown, never in force. */
        readonly kind: 'status';
        readonly status: StandardStatus;
        readonly isWithdrawn: boolean;
      }
    | {
        /** Another number without a word on what it is to this one. */
        readonly kind: 'reference';
        readonly numbers: readonly StandardNumber[];
      }
    | { /** 合订本, CSV, RLV: how it was printed. */ readonly kind: 'print' }
    | { /** ※ ★: a sign whose meaning only its table tells. */ readonly kind: 'mark' }
    | { readonly kind: 'other' }
  );

/** What was changed to read the number at all; to be told, for it could be wrong. */
export type ReadingNoteCode =
  | 'underscore_read_as_slash'
  | 'look_alike_read_as_digit'
  | 'blanks_inside_removed'
  | 'radicals_replaced'
  | 'code_taken_from_before'
  | 'title_parted_from_year';

export interface ReadingNote {
  readonly code: ReadingNoteCode;
  readonly message: { readonly 'zh-CN': string; readonly en: string };
}

const NOTES: Readonly<Record<ReadingNoteCode, ReadingNote['message']>> = {
  underscore_read_as_slash: {
    'zh-CN': '下划线已按标准号中的斜线或空格读取',
    en: 'The underscore was read as the slash or blank of the number',
  },
  look_alike_read_as_digit: {
    'zh-CN': '形近字母（O、l、I）已按数字 0、1 读取，请核对',
    en: 'Letters that look like digits (O, l, I) were read as 0 and 1; please check',
  },
  blanks_inside_removed: {
    'zh-CN': '已去掉标准号中间的空格，请核对',
    en: 'Blanks inside the number were left out; please check',
  },
  radicals_replaced: {
    'zh-CN': '部首字符（如 ⻝）已换成普通汉字',
    en: 'CJK radicals were replaced by ordinary characters',
  },
  code_taken_from_before: {
    'zh-CN': '标准代号取自同一格中前一个标准号',
    en: 'The code was taken from the number before it in the cell',
  },
  title_parted_from_year: {
    'zh-CN': '名称紧接年代号，已按四位年份分开，请核对',
    en: 'The title stuck to the year; they were parted after four digits; please check',
  },
};

export const readingNote = (code: ReadingNoteCode): ReadingNote => ({ code, message: NOTES[code] });
