import type { Language } from './error-codes';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** When to come again, as people say it; never earlier than it is. Chinese without, English with its preposition. */
export function waitingWords(seconds: number, language: Language): string {
  const isEnglish = language === 'en';
  if (seconds <= 10) return isEnglish ? 'in a few seconds' : '几秒后';
  const [amount, one, many, zh] = amountOf(seconds);
  if (!isEnglish) return `约 ${amount} ${zh}后`;
  return `in about ${amount} ${amount === 1 ? one : many}`;
}

function amountOf(seconds: number): [amount: number, one: string, many: string, zh: string] {
  if (seconds <= 50) return [Math.ceil(seconds / 10) * 10, 'second', 'seconds', '秒'];
  const minutes = Math.ceil(seconds / minute);
  if (minutes <= 10) return [minutes, 'minute', 'minutes', '分钟'];
  // From here on nobody counts single minutes.
  if (minutes <= 55) return [Math.ceil(minutes / 5) * 5, 'minute', 'minutes', '分钟'];
  if (seconds <= 30 * hour) return [Math.ceil(seconds / hour), 'hour', 'hours', '小时'];
  return [Math.ceil(seconds / day), 'day', 'days', '天'];
}
