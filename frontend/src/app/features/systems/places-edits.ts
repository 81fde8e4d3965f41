/** New places of one standard (keys, the main one first) after an edit; each is a whole new list. */

/** From one node to another; the place keeps its rank, a place that is there already is not doubled. */
export function movedTo(
  places: readonly string[],
  from: string | undefined,
  to: string,
): readonly string[] {
  if (from === undefined || !places.includes(from)) return withPlace(places, to);
  const moved = places.map((key) => (key === from ? to : key));
  return moved.filter((key, at) => moved.indexOf(key) === at);
}

/** One more place, after those there are. */
export function withPlace(places: readonly string[], key: string): readonly string[] {
  return places.includes(key) ? places : [...places, key];
}

/** The place becomes the main one. */
export function withMain(places: readonly string[], key: string): readonly string[] {
  return [key, ...places.filter((other) => other !== key)];
}

export function withoutPlace(places: readonly string[], key: string): readonly string[] {
  return places.filter((other) => other !== key);
}
