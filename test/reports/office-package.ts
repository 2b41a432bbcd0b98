import path from 'node:path';
import { schemaFaults } from './office-schema.js';
import { everyElement, treeOf, type XmlElement } from './xml-tree.js';

/** Parts of one file by their path; a file inside it stands as one part, whose own parts are checked by themselves. */
export type Parts = ReadonlyMap<string, string>;

const TYPES = '[Content_Types].xml';
const all = (element: XmlElement, name: string): XmlElement[] => everyElement(element).filter((one) => one.name === name);
const said = (element: XmlElement, key: string): string => element.attributes.get(key) ?? '';
const twice = (values: readonly string[]): string[] => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];

/** A part by itself. Parts that were seen are not looked at again: many files have the same ones. */
interface Seen {
  readonly tree: XmlElement;
  readonly faults: readonly string[];
}
const seen = new Map<string, Seen>();

function look(xml: string): Seen {
  const known = seen.get(xml);
  if (known) return known;
  const tree = treeOf(xml);
  const faults = [...schemaFaults(tree), ...oneOfEach(tree), ...tableFaults(tree), ...chartFaults(tree)];
  seen.set(xml, { tree, faults });
  return { tree, faults };
}

/** What would have an office program repair a file or refuse it: parts, relations, numbers, and the order of elements. */
export function officeFaults(parts: Parts): string[] {
  const looked = [...parts].filter(([name]) => !name.endsWith('.xlsx')).map(([name, xml]) => ({ name, ...look(xml) }));
  const trees = new Map(looked.map(({ name, tree }) => [name, tree]));
  return [
    ...typeFaults(parts, trees),
    ...looked.flatMap(({ name, tree, faults }) => [
      ...[...faults, ...sheetFaults(tree, trees)].map((fault) => `${name}: ${fault}`),
      ...(name.endsWith('.rels') ? [] : relationFaults(name, tree, trees, parts)),
    ]),
  ];
}

/** Each part has a kind, each named kind a part, and no two parts differ by nothing but capital letters. */
function typeFaults(parts: Parts, trees: ReadonlyMap<string, XmlElement>): string[] {
  const types = trees.get(TYPES);
  if (types === undefined) return ['the parts have no kinds'];
  const overrides = all(types, 'Override').map((one) => said(one, 'PartName').slice(1));
  const extensions = all(types, 'Default').map((one) => said(one, 'Extension'));
  const own = [...parts.keys()].filter((name) => name !== TYPES);
  const known = (name: string): boolean =>
    name.endsWith('.xml') ? overrides.includes(name) : extensions.includes(name.split('.').at(-1) ?? '');
  return [
    ...twice([...overrides, ...extensions]).map((name) => `the kind of ${name} is told twice`),
    ...twice(own.map((name) => name.toLowerCase())).map((name) => `${name} is there twice`),
    ...own.filter((name) => !known(name)).map((name) => `${name} has no kind of its own`),
    ...overrides.filter((name) => !parts.has(name)).map((name) => `${name} has a kind and is not there`),
  ];
}

const relationsOf = (name: string): string =>
  path.posix.join(path.posix.dirname(name), '_rels', `${path.posix.basename(name)}.rels`);

/** By which part of its kind an element is meant that names a relation. */
const LEADS: Readonly<Record<string, string>> = {
  'p:sldMasterId': 'slideMaster',
  'p:notesMasterId': 'notesMaster',
  'p:sldId': 'slide',
  'p:sldLayoutId': 'slideLayout',
  'c:chart': 'chart',
  'c:externalData': 'package',
  sheet: 'worksheet',
};

function relationFaults(name: string, tree: XmlElement, trees: ReadonlyMap<string, XmlElement>, parts: Parts): string[] {
  const relations = all(trees.get(relationsOf(name)) ?? tree, 'Relationship');
  const named = everyElement(tree).filter(({ attributes }) => attributes.has('r:id'));
  const missing = relations.filter((one) => !parts.has(path.posix.join(path.posix.dirname(name), said(one, 'Target'))));
  const wrong = named.filter((one) => {
    const found = relations.find((relation) => said(relation, 'Id') === said(one, 'r:id'));
    return found === undefined || path.posix.basename(said(found, 'Type')) !== LEADS[one.name];
  });
  return [
    ...twice(relations.map((one) => said(one, 'Id'))).map((id) => `${name}: two relations ${id}`),
    ...missing.map((one) => `${name}: ${said(one, 'Target')} is not there`),
    ...wrong.map((one) => `${name}: ${one.name} leads to nothing of its kind`),
  ];
}

/** Numbers and names of which there is one of each in a part. */
function oneOfEach(tree: XmlElement): string[] {
  const numbers = (names: readonly string[], key: string): string[] =>
    twice(names.flatMap((name) => all(tree, name)).map((one) => said(one, key).toLowerCase())).map(
      (id) => `${names[0] ?? ''} ${id} twice`,
    );
  return [
    ...numbers(['p:cNvPr'], 'id'),
    ...numbers(['p:sldId'], 'id'),
    ...numbers(['p:sldMasterId', 'p:sldLayoutId'], 'id'),
    ...numbers(['sheet'], 'sheetId'),
    ...numbers(['sheet'], 'name'),
    ...numbers(['row', 'c'], 'r'),
  ];
}

const tableFaults = (tree: XmlElement): string[] =>
  all(tree, 'a:tbl').flatMap((table) =>
    all(table, 'a:tr').flatMap((row) =>
      row.children.length === all(table, 'a:gridCol').length ? [] : ['a row has not as many places as its table has columns'],
    ),
  );

/** Axes in pairs, and cached points within what is counted. */
function chartFaults(tree: XmlElement): string[] {
  const axes = [...all(tree, 'c:valAx'), ...all(tree, 'c:catAx')];
  const idOf = (axis: XmlElement, name: string): string =>
    axis.children.filter((child) => child.name === name).map((child) => said(child, 'val'))[0] ?? '';
  const own = axes.map((axis) => idOf(axis, 'c:axId'));
  const plots = ['c:barChart', 'c:lineChart', 'c:scatterChart'].flatMap((name) => all(tree, name));
  const asked = plots.flatMap(({ children }) => children.filter(({ name }) => name === 'c:axId').map((one) => said(one, 'val')));
  const crossed = axes.map((axis) => idOf(axis, 'c:crossAx'));
  const caches = [...all(tree, 'c:strCache'), ...all(tree, 'c:numCache')];
  const beyond = caches.filter((cache) => {
    const count = Number(said(all(cache, 'c:ptCount')[0] ?? cache, 'val'));
    const places = all(cache, 'c:pt').map((point) => Number(said(point, 'idx')));
    return places.some((place, i) => place >= count || place <= (places[i - 1] ?? -1));
  });
  return [
    ...[...asked, ...crossed].filter((id) => !own.includes(id)).map((id) => `there is no axis ${id}`),
    ...own.filter((id) => !asked.includes(id)).map((id) => `nothing stands on the axis ${id}`),
    ...beyond.map(() => 'a point stands outside of its cache'),
    ...plots.flatMap((plot) => twice(all(plot, 'c:order').map((one) => said(one, 'val'))).map(() => 'two series have one place')),
  ];
}

const LONGEST_TEXT = 32_767;
const columnOf = (place: string): number =>
  [...(/^[A-Z]+/.exec(place)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Rows and places in their order, texts of a length that fits, formats and sheets that are there. */
function sheetFaults(tree: XmlElement, trees: ReadonlyMap<string, XmlElement>): string[] {
  if (tree.name !== 'worksheet') return [];
  const styles = trees.get('xl/styles.xml');
  const formats = all(all(styles ?? tree, 'cellXfs')[0] ?? tree, 'xf').length;
  const names = all(trees.get('xl/workbook.xml') ?? tree, 'sheet').map((one) => `'${said(one, 'name')}'!A1`);
  const rows = all(tree, 'row');
  const ascending = (values: readonly number[]): boolean => values.every((value, i) => value > (values[i - 1] ?? 0));
  const places = rows.map((row) => row.children.map((cell) => said(cell, 'r')));
  const misplaced = rows.filter((row, i) => {
    const own = places[i] ?? [];
    return !ascending(own.map(columnOf)) || own.some((place) => place.replace(/^[A-Z]+/, '') !== said(row, 'r'));
  });
  return [
    ...(ascending(rows.map((row) => Number(said(row, 'r')))) ? [] : ['rows are not in their order']),
    ...misplaced.map((row) => `row ${said(row, 'r')} is not in its order`),
    ...all(tree, 'c')
      .filter((one) => Number(one.attributes.get('s') ?? 0) >= formats)
      .map((one) => `${said(one, 'r')} has a format that is not there`),
    ...all(tree, 't')
      .filter(({ text }) => text.length > LONGEST_TEXT)
      .map(() => 'a text is longer than a place holds'),
    ...all(tree, 'hyperlink')
      .filter((one) => !names.includes(said(one, 'location')))
      .map((one) => `${said(one, 'location')} leads nowhere`),
  ];
}
