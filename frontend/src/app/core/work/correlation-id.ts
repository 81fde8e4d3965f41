/** Names a request to the server, so that one can ask for its place in the line; also where a page has no HTTPS. */
export const newCorrelationId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
