import type { SourcePreset } from '../gateway/index.js';

/** Enough of a file to hold its first line; nothing behind it is looked at. */
const HEAD = 65_536;

/** The names of the columns of a file of text, as its first line has them. */
export async function headerOf(file: Blob): Promise<string[]> {
  const text = await file.slice(0, HEAD).text();
  const line = text.replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? '';
  const [separator = ','] = [',', ';', '\t'].sort((a, b) => line.split(b).length - line.split(a).length);
  return line.split(separator).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
}

const FEWEST = 3;

/** The kind of export whose columns these are: the one that knows most of them. Null where none knows enough, or two as many. */
export function presetFor(header: readonly string[], presets: readonly SourcePreset[]): SourcePreset | null {
  const known = presets
    .map((preset) => ({ preset, count: Math.max(0, ...preset.files.map(({ columns }) => recognised(header, columns))) }))
    .sort((a, b) => b.count - a.count);
  const [best, next] = known;
  return best === undefined || best.count < FEWEST || best.count === next?.count ? null : best.preset;
}

const recognised = (header: readonly string[], columns: SourcePreset['files'][number]['columns']): number =>
  columns.filter(({ known }) => known.some((name) => header.includes(name.toLowerCase()))).length;
