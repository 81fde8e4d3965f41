/** Endings that mail programs turn into links by themselves; `Co.Ltd` is none. */
const endings =
  'com|cn|net|org|gov|edu|info|biz|io|me|co|cc|tv|top|xyz|site|online|shop|store|club|vip|app|dev|link|click|live|' +
  'work|pro|ink|fun|icu|cloud|tech|world|group|asia|hk|tw|mo|jp|kr|sg|ru|uk|us|eu|de|fr|ly|gl|gd|to|la|ws|im|so|sh|gg|ai|' +
  'tk|ml|ga|cf|gq|in|it|nl|ch|es|se|be|ca|au|br|vn|th|my|ph|zip|mov|page|win|bid|mobi|name|space|website|host|today|news|wiki';
const chineseEndings = '公司|网络|中国|中國|网址|在线|中文网|商城|网店|集团';

/** A dot within a word, and what makes a link of it. In other scripts than ours every such word is one: `вор.рф`. */
const linkPattern = new RegExp(
  '://|\\bwww\\.|@|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b|[\\p{L}\\p{N}-]\\.(?:' +
    `(?:${endings})(?![a-z0-9-])|(?:${chineseEndings})(?![\\p{L}\\p{N}-])|` +
    '[a-z][a-z0-9-]+[/?#:]|(?:(?![\\p{Script=Latin}\\p{Script=Han}])\\p{L}){2})',
  'iu',
);

/** Whether a name would lead somewhere in a mail: web addresses, domains, e-mail addresses. */
export function hasLink(text: string): boolean {
  return linkPattern.test(plain(text));
}

/**
 * A name as it stands in a mail to somebody else: one line, not long, and nothing in it that a mail program makes a
 * link of.
 */
export function nameInMail(name: string): string {
  const line = visible(name)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  const short = characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : line;
  return hasLink(short) ? plain(short).replace(/[./@:]/g, '·') : short;
}

function plain(text: string): string {
  return visible(text.replace(/[。｡]/gu, '.').normalize('NFKC'));
}

function visible(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
}
