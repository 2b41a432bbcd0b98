/** A place that the palette leads to. People are not among them: no index of people exists. */
export interface Place {
  readonly to: string;
  readonly label: string;
  readonly section: string;
}

/** Places whose words hold every word of the wish, those whose name begins with it first. */
export function findPlaces(places: readonly Place[], wish: string): Place[] {
  const words = wish.toLowerCase().split(/\s+/).filter(Boolean);
  const found = places.filter(({ label, section }) => words.every((word) => `${section} ${label}`.toLowerCase().includes(word)));
  const begins = ({ label }: Place): boolean => label.toLowerCase().startsWith(words[0] ?? '');
  return [...found.filter(begins), ...found.filter((place) => !begins(place))];
}
