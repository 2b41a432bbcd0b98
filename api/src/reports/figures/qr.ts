import qrcode from 'qrcode-generator';

const QUIET = 4;

/** A QR code as the places of its dark squares, with its quiet margin. */
export function qrSquares(content: string): {
  readonly size: number;
  readonly dark: readonly (readonly [x: number, y: number])[];
} {
  const code = qrcode(0, 'M');
  code.addData(content);
  code.make();
  const places = Array.from({ length: code.getModuleCount() }, (_, i) => i);
  const dark = places.flatMap((row) =>
    places.filter((column) => code.isDark(row, column)).map((column) => [column + QUIET, row + QUIET] as const),
  );
  return { size: code.getModuleCount() + QUIET * 2, dark };
}

/** The same as a drawing. */
export function qrSvg(content: string): string {
  const { size, dark } = qrSquares(content);
  const path = dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="#FFFFFF"/><path d="${path}" fill="#000000"/></svg>`;
}
