import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

import schema from '../scheme.schema.json';
import { problemAt, type ParsedPack, type RawPath } from './parse';
import type { ProblemText, SchemeProblem } from './problem';

let compiled: ValidateFunction | undefined;

/** Compiled at the first use, so that importing the loader costs nothing. */
const validator = (): ValidateFunction =>
  (compiled ??= new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
  }).compile(schema));

/** Errors of these keywords only repeat what the errors below them say. */
const WRAPPERS = new Set(['if', 'oneOf', 'anyOf']);

interface Wording {
  readonly message: ProblemText;
  readonly mend: ProblemText;
}

type Describe = (error: ErrorObject, key: string) => Wording;

const param = (error: ErrorObject, name: string): string => {
  const value: unknown = (error.params as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(value) ? value.join(' | ') : String(value);
};

const wrongType: Describe = (error, key) => ({
  message: {
    'zh-CN': `“${key}”的类型不对，应为 ${param(error, 'type')}。`,
    en: `"${key}" has the wrong type; it should be ${param(error, 'type')}.`,
  },
  mend:
    param(error, 'type') === 'string'
      ? {
          'zh-CN': '给它加上引号：不加引号的 1.10 会被读成数字 1.1。',
          en: 'Put it in quotes: without them 1.10 is read as the number 1.1.',
        }
      : {
          'zh-CN': '按方案格式改写（分值写数字，列表每行以“- ”开头）。',
          en: 'Write it as the pack format says (points as numbers, list entries begin with "- ").',
        },
});

const WORDING: Readonly<Record<string, Describe>> = {
  required: (error) => ({
    message: {
      'zh-CN': `缺少“${param(error, 'missingProperty')}”。`,
      en: `"${param(error, 'missingProperty')}" is missing.`,
    },
    mend: {
      'zh-CN': `在此处补上“${param(error, 'missingProperty')}:”。`,
      en: `Add "${param(error, 'missingProperty')}:" here.`,
    },
  }),
  additionalProperties: (error) => ({
    message: {
      'zh-CN': `不认识“${param(error, 'additionalProperty')}”。`,
      en: `"${param(error, 'additionalProperty')}" is not known here.`,
    },
    mend: {
      'zh-CN': '检查拼写和缩进；多余的删除。',
      en: 'Check its spelling and indentation, or delete it.',
    },
  }),
  'false schema': (_error, key) => ({
    message: { 'zh-CN': `此处不能有“${key}”。`, en: `"${key}" is not allowed here.` },
    mend: {
      'zh-CN': '删除它，或者把 kind 改成用得到它的一种。',
      en: 'Delete it, or change the kind to one that uses it.',
    },
  }),
  enum: (error, key) => ({
    message: {
      'zh-CN': `“${key}”不是允许的值。`,
      en: `"${key}" has a value that is not allowed.`,
    },
    mend: {
      'zh-CN': `改为其中之一：${param(error, 'allowedValues')}。`,
      en: `Use one of: ${param(error, 'allowedValues')}.`,
    },
  }),
  const: (error, key) => ({
    message: {
      'zh-CN': `“${key}”不是允许的值。`,
      en: `"${key}" has a value that is not allowed.`,
    },
    mend: {
      'zh-CN': `只能写 ${param(error, 'allowedValue')}。`,
      en: `It can only be ${param(error, 'allowedValue')}.`,
    },
  }),
  pattern: (error, key) => ({
    message: { 'zh-CN': `“${key}”的写法不对。`, en: `"${key}" is not written as it should be.` },
    mend: {
      'zh-CN': `应符合 ${param(error, 'pattern')}（日期为 YYYY-MM-DD，编号如 2.4.3，标识用小写字母和数字）。`,
      en: `It should match ${param(error, 'pattern')} (dates are YYYY-MM-DD, numbers like 2.4.3, ids in small letters and digits).`,
    },
  }),
  minimum: (error, key) => ({
    message: { 'zh-CN': `“${key}”太小。`, en: `"${key}" is too small.` },
    mend: {
      'zh-CN': `不得小于 ${param(error, 'limit')}；扣分写正数。`,
      en: `It is at least ${param(error, 'limit')}; a deduction is written as a positive number.`,
    },
  }),
  type: wrongType,
};

const fallback: Describe = (error, key) => ({
  message: {
    'zh-CN': `“${key}”不合格式：${error.message ?? error.keyword}。`,
    en: `"${key}" does not fit the format: ${error.message ?? error.keyword}.`,
  },
  mend: {
    'zh-CN': '对照 scheme.schema.json 改写。',
    en: 'Rewrite it as scheme.schema.json describes.',
  },
});

const rawPath = (instancePath: string): RawPath =>
  instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** A text that is neither a string nor an object yields two type errors; keep what a person can act on. */
const isNoise = (error: ErrorObject): boolean =>
  WRAPPERS.has(error.keyword) ||
  (error.schemaPath.startsWith('#/$defs/text/oneOf/1') && error.keyword === 'type');

/**
 * Problems of shape: everything that `scheme.schema.json` says.
 * @param locate turns a path of the data that was checked into a place in a file
 */
export const shapeProblems = (
  data: unknown,
  locate: (path: RawPath) => { pack: ParsedPack; path: RawPath },
): SchemeProblem[] => {
  const validate = validator();
  if (validate(data)) return [];
  const seen = new Set<string>();
  const problems: SchemeProblem[] = [];
  for (const error of validate.errors ?? []) {
    if (isNoise(error)) continue;
    const path = rawPath(error.instancePath);
    const key = String(path.at(-1) ?? '');
    const { message, mend } = (WORDING[error.keyword] ?? fallback)(error, key);
    const place = locate(path);
    const problem = problemAt(place.pack, place.path, 'structure', message, mend);
    const mark = `${problem.file}${problem.path}${message.en}`;
    if (!seen.has(mark)) problems.push(problem);
    seen.add(mark);
  }
  return problems;
};
