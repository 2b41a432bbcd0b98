/** Relative luminance: all that is left of a colour on a grey page. */
function luminance(colour: string): number {
  const parts = colour
    .replace('#', '')
    .match(/../g)
    ?.map((two) => parseInt(two, 16) / 255);
  const [red = 0, green = 0, blue = 0] = (parts ?? []).map((one) =>
    one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours stand apart, from 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
