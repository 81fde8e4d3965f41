/**
 * Pairs of radical and character: CJK Radicals Supplement, U+2E80–2EF3, as Unicode's
 * EquivalentUnifiedIdeograph gives them. NFKC knows only two of these.
 */
const SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母' +
  '⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑' +
  '⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风' +
  '⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

/** Where NFKC answers the traditional form of a Kangxi radical; 用⼾ copied from a PDF is 用户. */
const SIMPLIFIED = '⼾户⾭青⿈黄';

function pairs(text: string): readonly (readonly [string, string])[] {
  const chars = [...text];
  return chars.flatMap((radical, at) =>
    at % 2 === 0 ? [[radical, chars[at + 1] ?? radical] as const] : [],
  );
}

const CHARACTERS = new Map(pairs(SUPPLEMENT + SIMPLIFIED));

/** True in the two blocks of radicals, U+2E80–2FDF. */
const isRadical = (char: string): boolean => char >= '\u2e80' && char <= '\u2fdf';

/** The ordinary character that a radical (⻝, ⽤) stands for; every other sign as it is. */
export function ordinaryCharacter(char: string): string {
  return isRadical(char) ? (CHARACTERS.get(char) ?? char.normalize('NFKC')) : char;
}

/** True where a text copied from a PDF holds radicals (⻝品) in place of characters. */
export function hasRadicals(text: string): boolean {
  return /[\u2e80-\u2fdf]/u.test(text);
}

/** The text with ordinary characters for radicals: ⻝品接触⽤ is 食品接触用. Nothing else changes. */
export function withoutRadicals(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fdf]/gu, ordinaryCharacter);
}
