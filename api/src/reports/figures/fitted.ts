/** A label within so many letters: its end stays, since groups of one kind begin alike. */
export function fitted(label: string, most: number): string {
  if (label.length <= most) return label;
  const begin = Math.floor((most - 1) / 3);
  return `${label.slice(0, begin).trimEnd()}\u2026${label.slice(label.length - (most - 1 - begin)).trimStart()}`;
}
