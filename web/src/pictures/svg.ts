const NAMESPACE = 'http://www.w3.org/2000/svg';

/** An element of a drawing with its attributes; numbers are written with at most two decimals. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly Node[] = [],
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  element.append(...children);
  return element;
}

/** Fonts that are found where a picture is opened; the pages' own does not travel with it. */
export const FONTS = 'Inter, Arial, Helvetica, sans-serif';
