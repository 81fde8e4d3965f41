/**
 * The name that an answer gives its file (RFC 6266, the full form of RFC 8187 first).
 * @param fallback where it gives none
 */
export function fileNameOf(disposition: string | null, fallback: string): string {
  const full = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  const plain = /filename="([^"]*)"/iu.exec(disposition ?? '')?.[1];
  return decoded(full) || plain || fallback;
}

function decoded(text = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
