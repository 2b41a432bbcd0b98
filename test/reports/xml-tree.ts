import { faultIn } from './office-file.js';

/** An element as a tree; texts of it and of nobody below it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const plain = (text: string): string => text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

/** A part as a tree. @throws Error where it is not well formed. */
export function treeOf(xml: string): XmlElement {
  const fault = faultIn(xml);
  if (fault !== null) throw new Error(fault);
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  for (const [, end, name, said = '', alone, text] of xml.replace(/^<\?xml [^?]*\?>\s*/, '').matchAll(TOKEN)) {
    const here = open.at(-1) ?? top;
    if (text !== undefined) here.text += plain(text);
    else if (end) open.pop();
    else {
      const attributes = new Map(
        [...said.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, plain(value)]),
      );
      const element: XmlElement = { name: name ?? '', attributes, children: [], text: '' };
      here.children.push(element);
      if (!alone) open.push(element);
    }
  }
  const [root] = top.children;
  if (root === undefined) throw new Error('there is nothing in it');
  return root;
}

/** An element and everything in it. */
export const everyElement = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(everyElement)];
