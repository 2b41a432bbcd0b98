import { type DimensionValue, HERE, NOT_SAID } from '../kernel/index.js';
import { naturalOrder } from './natural-order.js';

/** The team tree of one release, and where in it the people of a loaded path stand. */
export interface TeamTree {
  /** From the top layer down, a parent before its children; empty where the organisation is one team. */
  readonly values: readonly DimensionValue[];
  /** The leaf of a path as loaded: a team without children, `X/(here)` for people at a node, or `(not said)`. */
  leafOf(path: string): string;
}

interface Node {
  readonly path: string;
  readonly segment: string;
  readonly depth: number;
  readonly children: Map<string, Node>;
  people: boolean;
}

/**
 * Builds the tree from the paths that eligible people have on the period's last day.
 *
 * It begins at the top layer, the first depth with two or more teams: a chain of single teams above it holds everybody
 * and would only repeat the organisation. People who sit in that chain, or whose team is not said, are parts of the whole.
 */
export function teamTree(paths: readonly string[]): TeamTree {
  const root: Node = { path: '', segment: '', depth: 0, children: new Map(), people: false };
  const known = new Map(paths.map((path) => [path, segmentsOf(path)]));
  for (const segments of known.values()) plant(root, segments);
  const top = topLayer(root);
  const notSaid = [...known.values()].some((segments) => segments.length === 0);
  const values = top === null ? [] : [...walk(root, top), ...(notSaid ? [{ key: NOT_SAID, label: 'Not said' }] : [])];
  return { values, leafOf: (path) => leafIn(root, known.get(path) ?? segmentsOf(path)) };
}

function segmentsOf(path: string): string[] {
  return path === NOT_SAID
    ? []
    : path
        .split('/')
        .map((segment) => segment.trim())
        .filter((segment) => segment !== '');
}

function plant(root: Node, segments: readonly string[]): void {
  let node = root;
  for (const segment of segments) {
    const path = node.depth === 0 ? segment : `${node.path}/${segment}`;
    const child = node.children.get(segment) ?? { path, segment, depth: node.depth + 1, children: new Map(), people: false };
    node.children.set(segment, child);
    node = child;
  }
  node.people = true;
}

/** The first depth with two or more teams; null where there is none. */
function topLayer(root: Node): number | null {
  let layer = [...root.children.values()];
  while (layer.length === 1) layer = [...(layer[0]?.children.values() ?? [])];
  return layer[0]?.depth ?? null;
}

function walk(node: Node, top: number): DimensionValue[] {
  const children = [...node.children.values()].sort((a, b) => naturalOrder(a.segment, b.segment));
  const parent = node.depth >= top ? { parent: node.path } : {};
  const below = children.flatMap((child) => [
    ...(child.depth >= top ? [{ key: child.path, label: child.segment, ...parent }] : []),
    ...walk(child, top),
  ]);
  const here = node.depth > 0 && node.people && node.children.size > 0 && !node.children.has(HERE);
  return here ? [...below, { key: `${node.path}/${HERE}`, label: `${node.segment}, directly`, ...parent }] : below;
}

function leafIn(root: Node, segments: readonly string[]): string {
  if (segments.length === 0) return NOT_SAID;
  const node = segments.reduce<Node | undefined>((at, segment) => at?.children.get(segment), root);
  const path = segments.join('/');
  return node && node.children.size > 0 ? `${path}/${HERE}` : path;
}
