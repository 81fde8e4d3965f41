/** A seal as it was once, kept outside of the database: nothing inside can prove that it was not made anew. */
export interface NotedSeal {
  readonly organizationId: string;
  readonly number: number;
  readonly sha256: string;
}

const line = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([1-9]\d{0,9}):([0-9a-f]{64})$/;

/** `<organization>:<number of the seal>:<SHA-256>` */
export function notedSealText({ organizationId, number, sha256 }: NotedSeal): string {
  return `${organizationId}:${number}:${sha256}`;
}

/**
 * Noted seals, one a line; blank lines and lines with # are left out.
 * @throws Error that names the line which is none
 */
export function parseNotedSeals(text: string): NotedSeal[] {
  return text.split(/\r?\n/).flatMap((raw, index) => {
    const content = raw.trim();
    if (content === '' || content.startsWith('#')) return [];
    const [, organizationId, number, sha256] = line.exec(content.toLowerCase()) ?? [];
    if (organizationId === undefined || number === undefined || sha256 === undefined)
      throw new Error(
        `line ${index + 1} is not <organization>:<number of the seal>:<sha256>: ${content}`,
      );
    return [{ organizationId, number: Number(number), sha256 }];
  });
}
