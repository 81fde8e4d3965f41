/** Cells that do not hold what they show: radicals for characters, lost characters, 〃 for the row above. */
import { hasRadicals, withoutRadicals } from '@liangxing/standard-number';

const DITTO = /^(?:〃|″|＂|"|”|''|同上|同前|同上行|ditto|do\.)$/i;
const LONGEST_DITTO = 5;
const LOST = '\ufffd';

/** 〃, 同上: what stands in the row above. */
export function isDitto(text: string): boolean {
  return text.length <= LONGEST_DITTO + 2 && DITTO.test(text.trim());
}

export interface CellReading {
  readonly text: string;
  readonly code?: 'ditto_without_row' | 'radicals_replaced' | 'characters_lost';
}

/**
 * The text that a cell means.
 * @param above text of the same column in the last row that holds a standard
 */
export function readCell(written: string, above: string | undefined): CellReading {
  if (isDitto(written))
    return above === undefined ? { text: '', code: 'ditto_without_row' } : { text: above };
  if (written.includes(LOST)) return { text: withoutRadicals(written), code: 'characters_lost' };
  if (hasRadicals(written)) return { text: withoutRadicals(written), code: 'radicals_replaced' };
  return { text: written };
}
