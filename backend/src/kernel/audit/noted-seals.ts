/** A seal as it was once, kept outside of the database: nothing inside can prove that it was not made anew. */
export interface NotedSeal {
  /** An organization's id, or a part of the platform. */
  readonly chain: string;
  readonly number: number;
  readonly sha256: string;
}

const line =
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z_]{1,40}):([1-9]\d{0,9}):([0-9a-f]{64})$/;

/** `<organization or part of the platform>:<number of the seal>:<SHA-256>` */
export function notedSealText({ chain, number, sha256 }: NotedSeal): string {
  return `${chain}:${number}:${sha256}`;
}

/**
 * Noted seals, one a line; blank lines and lines with # are left out.
 * @throws Error that names the line which is none
 */
export function parseNotedSeals(text: string): NotedSeal[] {
  return text.split(/\r?\n/).flatMap((raw, index) => {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) return [];
    const [, chain, number, sha256] = line.exec(content.toLowerCase()) ?? [];
    if (chain === undefined || number === undefined || sha256 === undefined)
      throw new Error(
        `line ${index + 1} is not <organization or part>:<number of the seal>:<sha256>: ${content}`,
      );
    return [{ chain, number: Number(number), sha256 }];
  });
}
