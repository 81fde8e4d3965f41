import { isSamePerson } from '@liangxing/contracts';
import { printedNumber } from '@liangxing/standard-number';
import { memberDepartment } from '../../snapshot/team';
import type { ConsistencyRule, RuleHit } from './rule';

/** People, declarations and the system itself. */
export const PEOPLE_RULES = [
  {
    code: 'evaluates_own_department',
    severity: 'warning',
    text: {
      'zh-CN':
        '{department} 负责的 {count} 项（首项 {first}）只有本部门的评价人员，评价组中没有其他人。',
      en: '{count} items of {department} (the first is {first}) can only be evaluated by its own people: the team has nobody else.',
    },
    mend: {
      'zh-CN': '评价人员不评价自己负责的工作；请增加其他部门的成员。',
      en: 'Nobody evaluates their own work: add members of other departments.',
    },
    find: ({ assessment, answers, profile }): readonly RuleHit[] => {
      const { team } = assessment.plan;
      if (team.length === 0) return [];
      const departments = new Set(
        team.map((member) => memberDepartment(member, profile.departments)),
      );
      const [only] = departments;
      // A member whose department nobody told may be of any.
      if (departments.size !== 1 || only === undefined || only === '') return [];
      const own = answers.filter(({ responsible }) => responsible.includes(only));
      const [first] = own;
      if (first === undefined) return [];
      const params = { department: only, count: own.length, first: first.itemId };
      return [{ params, place: { field: 'assessment.plan.team' } }];
    },
  },
  {
    code: 'action_verified_by_owner',
    severity: 'warning',
    text: {
      'zh-CN': '整改措施 {number} 由责任人 {owner} 自己验证。',
      en: 'Corrective action {number} was verified by its own owner, {owner}.',
    },
    mend: { 'zh-CN': '请由他人验证。', en: 'Have another person verify it.' },
    find: ({ actions, actionAccounts = {} }): readonly RuleHit[] =>
      actions
        .filter(({ id, owner, verifiedBy }) => {
          const { ownerUserId = null, verifiedByUserId = null } = actionAccounts[id] ?? {};
          return isSamePerson(
            { name: owner, userId: ownerUserId },
            { name: verifiedBy, userId: verifiedByUserId },
          );
        })
        .map(({ number, owner }) => ({
          params: { number: `ZG-${String(number).padStart(3, '0')}`, owner },
          place: { field: `action.${number}` },
        })),
  },
  {
    code: 'declared_standard_unlisted',
    severity: 'warning',
    text: {
      'zh-CN': '自我声明公开的 {number} 没有列入标准明细。',
      en: 'The declared standard {number} is not in the register.',
    },
    mend: {
      'zh-CN': '请登记该标准，或改正自我声明公开记录。',
      en: 'Register it, or correct the record of the declaration.',
    },
    find: ({ selfDeclarations, standards }): readonly RuleHit[] => {
      const listed = new Set(standards.map(({ number }) => number));
      const missing = new Set(
        selfDeclarations
          .map(({ standardNumber }) => printedNumber(standardNumber))
          .filter((number) => number !== '' && !listed.has(number)),
      );
      return [...missing].map((number) => ({ params: { number }, place: {} }));
    },
  },
  {
    code: 'expected_circular',
    severity: 'warning',
    text: {
      'zh-CN': '尚未建立本企业的标准体系，应有数只由现有标准和拟制定标准相加得出，现有率没有意义。',
      en: 'The enterprise has built no system of its own: the expected number is only what exists and is planned, and the ratio means nothing.',
    },
    mend: {
      'zh-CN': '请在“标准体系”中建立体系，并逐项确认需要和不需要的标准。',
      en: 'Build the system and decide which expected standards are needed.',
    },
    find: ({ system, standards }): readonly RuleHit[] =>
      system === null && standards.length > 0 ? [{ params: {}, place: {} }] : [],
  },
] as const satisfies readonly ConsistencyRule[];
