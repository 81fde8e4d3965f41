/** 0 to 100 as people read it; a dash where nothing is known. */
export function percentText(share: number | null | undefined): string {
  return share === null || share === undefined ? '—' : `${share}%`;
}
