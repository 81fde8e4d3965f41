/** SQLSTATEs of a server that goes, comes, or takes no more connections; class 08 are broken connections. */
const states: readonly string[] = ['57P01', '57P02', '57P03', '57P05', '53300', '53400'];
/** What the operating system says of a connection. */
const codes: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];
/** What pg, its pool and TypeORM say without a code. */
const texts =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|Cannot use a pool after calling end|Query runner already released|Database connection provided by a query runner was already released|Driver not Connected|Connection is not established|CannotExecuteNotConnectedError)/i;

/**
 * Whether a failure says that the database is away or full, wherever in it that stands: TypeORM puts errors of a query
 * into others, the pool passes its own, and a refused address of two families is an aggregate.
 */
export function isDatabaseGone(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, syscall, name, message, driverError, cause, errors } = error as Record<
    string,
    unknown
  >;
  if (typeof code === 'string' && (isState(code) || codes.includes(code))) return true;
  // The socket of a server goes with it; of anything else that is missing, nothing follows.
  if (code === 'ENOENT' && syscall === 'connect') return true;
  if ([message, name].some((text) => typeof text === 'string' && texts.test(text))) return true;
  const inner: readonly unknown[] = Array.isArray(errors) ? errors : [];
  return [driverError, cause, ...inner].some((each) => isDatabaseGone(each, depth + 1));
}

function isState(code: string): boolean {
  return states.includes(code) || /^08[0-9A-Z]{3}$/.test(code);
}
