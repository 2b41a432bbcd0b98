import qrcode from 'qrcode-generator';

const QUIET = 4;

/** A QR code as a drawing of squares. */
export function qrSvg(content: string): string {
  const code = qrcode(0, 'M');
  code.addData(content);
  code.make();
  const size = code.getModuleCount() + QUIET * 2;
  const dark = (row: number, column: number): string =>
    code.isDark(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : '';
  const places = Array.from({ length: code.getModuleCount() }, (_, i) => i);
  const path = places.flatMap((row) => places.map((column) => dark(row, column))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="#FFFFFF"/><path d="${path}" fill="#000000"/></svg>`;
}
