/** A quiet colour that stays the same for an id, in every tab and for everyone: nobody acts on the wrong organization. */
export function colourOf(id: string): string {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return `hsl(${hash} 35% 34%)`;
}
