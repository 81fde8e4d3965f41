import { DAYS_BELIEVED, DAYS_UNTIL_DUE } from '@liangxing/standard-number';

/**
 * 应已实施，待核 as a condition of SQL: the rule of `currencyOn` for what a source called 即将实施 without a day of coming
 * into force. All of it are expressions; `identity` ends in the year of issue or in none.
 */
export const dueCondition = (of: {
  readonly issuedOn: string;
  readonly checkedOn: string;
  readonly identity: string;
  readonly day: string;
}): string => `(
    coalesce(${of.issuedOn}, least(${of.checkedOn},
      (substring(${of.identity} from '[-:]((?!0000)[0-9]{4})$') || '-12-31')::date)) + ${DAYS_UNTIL_DUE} <= ${of.day}::date
    AND ${of.checkedOn} + ${DAYS_BELIEVED} <= ${of.day}::date)`;
