/** A quiet colour that stays the same for an id, in every tab and for everyone: nobody acts on the wrong organization. */
export function colourOf(id: string): string {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  // A golden turn for each step: ids that differ only at their end are far from each other.
  return `hsl(${Math.round((hash * 137.508) % 360)} 35% 34%)`;
}
