/** Hundredths of a point as people read them: 34550 → `345.5`, 40000 → `400`. */
export function pointsText(hundredths: number): string {
  return String(Math.round(hundredths) / 100);
}
