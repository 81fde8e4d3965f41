/** A catalogue of standards as a CSV, and a register that names some of them; seeded, so equal in every run. */
import { seededRandom } from './measure';

const HEAD = '标准号,标准名称,英文名称,发布日期,实施日期,废止日期,状态,被代替';
const CODES = ['GB/T', 'GB', 'JB/T', 'HG/T', 'DL/T', 'DB32/T', 'T/CAS'];
const SUBJECTS = ['钢制', '铝制', '塑料', '不锈钢', '电力', '纺织', '食品', '信息技术', '农业机械'];
const THINGS = ['阀门', '管件', '紧固件', '变压器', '传动装置', '包装容器', '软件', '试样', '仪表'];
const KINDS = ['技术条件', '试验方法', '术语', '安全要求', '标志与贮运', '评价规范', '管理体系'];

const two = (value: number): string => String(value).padStart(2, '0');

/** Number of the standard in row `at`; two rows in a row are editions of one standard. */
function numberOf(at: number): string {
  const serial = 10_000 + Math.floor(at / 2);
  const year = 1990 + ((at * 7) % 15) + (at % 2) * 18;
  return `${CODES[Math.floor(at / 2) % CODES.length] ?? ''} ${serial}-${year}`;
}

/** `rows` lines: about half in force by dates, a third replaced, the rest upcoming, ending, by claim or unknown. */
export function catalogueFile(rows: number): Buffer {
  const random = seededRandom(11);
  const oneOf = (values: readonly string[]): string =>
    values[Math.floor(random() * values.length)] ?? '';
  const lines = [HEAD];
  for (let at = 0; at < rows; at += 1) {
    const number = numberOf(at);
    const year = Number(number.slice(-4));
    const title = `${oneOf(SUBJECTS)}${oneOf(THINGS)} 第${at % 97}部分：${oneOf(KINDS)}`;
    const day = (added: number): string =>
      `${year + added}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
    const facts = factsOf(random(), at, day);
    lines.push([number, title, '', ...facts].join(','));
  }
  return Buffer.from(lines.join('\n'));
}

function factsOf(chance: number, at: number, day: (added: number) => string): string[] {
  const [issued, inForce] = [day(0), day(1)];
  if (chance < 0.005) return ['', '', '', '', ''];
  if (chance < 0.02) return [issued, '2099-01-01', '', '', ''];
  if (chance < 0.04) return [issued, inForce, '2098-01-01', '', ''];
  if (chance < 0.1) return ['', '', '', '现行', ''];
  if (chance < 0.14) return ['', '', '', '废止', ''];
  if (at % 2 === 0 && chance < 0.8) return [issued, inForce, '2024-01-01', '', numberOf(at + 1)];
  return [issued, inForce, '', '', ''];
}

/** A register of `rows` standards of that catalogue, every edition old or new. */
export function registerFile(rows: number, ofCatalogue: number): Buffer {
  const step = Math.floor(ofCatalogue / rows);
  const lines = Array.from({ length: rows }, (_, at) => {
    const row = Math.min(ofCatalogue - 1, at * step + (at % 2));
    return `${at + 1},${numberOf(row)},登记的标准 ${at + 1}`;
  });
  return Buffer.from(['序号,标准编号,标准名称', ...lines].join('\n'));
}
