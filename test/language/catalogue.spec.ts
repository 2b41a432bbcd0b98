import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { SERVED_GERMAN } from '../../api/src/translation/german/index.js';
import { GERMAN } from '../../web/src/language/german/index.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Attributes and fields that are read by people. */
const VISIBLE =
  /^(label|title|lead|caption|hint|placeholder|description|alt|name|help|render|aria-label|aria-description|error)$/;
/** Signs, and marks such as `[u]` that are the same in every language. */
const NOT_WORDS = /^(?:\[[a-z]\]|[^\p{L}])*$/u;
/** Names of fields, keys, kinds of inputs: no capital, no blank. */
const CODE = /^[a-z][\w.-]*$/;

function sources(...folders: string[]): ts.SourceFile[] {
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => /(?<!\.spec)\.tsx?$/.test(file) && !file.includes('/german/')),
  );
  return files.map((file) =>
    ts.createSourceFile(file, fs.readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true),
  );
}

function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodes(child);
}

const literals = (node: ts.Node): string[] => [...nodes(node)].filter(ts.isStringLiteralLike).map(({ text }) => text);

/** `t('…')`, `saying('…')`, `rich('…')`, `pieces('…')`, also where one of two texts is chosen. */
function said(file: ts.SourceFile): string[] {
  return [...nodes(file)].flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
    if (!['t', 'saying', 'rich', 'pieces'].includes(node.expression.text)) return [];
    return node.arguments[0] ? textsOf(node.arguments[0]) : [];
  });
}

function textsOf(argument: ts.Expression): string[] {
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (ts.isConditionalExpression(argument)) return [...textsOf(argument.whenTrue), ...textsOf(argument.whenFalse)];
  return ts.isParenthesizedExpression(argument) ? textsOf(argument.expression) : [];
}

/** Literal text, and the number sign of a plural. */
const CARRIES_NO_VALUE = new Set([0, 7]);

/** What is filled in and what is marked, by name. */
function slots(message: string): string {
  const names = new Set<string>();
  const walk = (elements: ReturnType<IntlMessageFormat['getAst']>): void =>
    elements.forEach((element) => {
      if (!CARRIES_NO_VALUE.has(Number(element.type)) && 'value' in element) names.add(String(element.value));
      if ('children' in element) walk(element.children);
      if ('options' in element) Object.values(element.options).forEach(({ value }) => walk(value));
    });
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...names].sort().join();
}

/** Visible words in a page that are not said through the catalogue. */
function plain(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const note = (words: string): void =>
    void (NOT_WORDS.test(words) || CODE.test(words) || found.push(`${file.fileName}: ${words}`));
  for (const node of nodes(file)) {
    if (ts.isJsxText(node) && !NOT_WORDS.test(node.text)) found.push(`${file.fileName}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && node.initializer && VISIBLE.test(node.name.getText())) shown(node.initializer).forEach(note);
    if (ts.isPropertyAssignment(node) && VISIBLE.test(node.name.getText())) shown(node.initializer).forEach(note);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) shown(node.expression).forEach(note);
  }
  return found;
}

/** The words an expression may come to by itself: literals, templates and the branches of a choice. */
function shown(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isConditionalExpression(node)) return [...shown(node.whenTrue), ...shown(node.whenFalse)];
  if (ts.isJsxExpression(node)) return node.expression ? shown(node.expression) : [];
  if (ts.isParenthesizedExpression(node)) return shown(node.expression);
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return shown(node.body);
  if (ts.isBinaryExpression(node) && /^(\?\?|\|\||&&|\+)$/.test(node.operatorToken.getText()))
    return [...shown(node.left), ...shown(node.right)];
  return [];
}

const pages = sources('web/src');
const server = sources('api/src');

describe('the German catalogue', () => {
  const known = { ...SERVED_GERMAN, ...GERMAN };
  const spoken = [...pages, ...server].flatMap(said);

  it('has every text that is said', () => {
    expect(spoken.length).toBeGreaterThan(4);
    expect([...new Set(spoken)].filter((english) => !Object.hasOwn(known, english))).toEqual([]);
  });

  it('has of what pages say every text in the part that pages fetch', () => {
    expect([...new Set(pages.flatMap(said))].filter((english) => !Object.hasOwn(GERMAN, english))).toEqual([]);
  });

  it('has no text that nobody says', () => {
    const written = new Set([...pages, ...server].flatMap(literals));
    expect(Object.keys(known).filter((english) => !written.has(english))).toEqual([]);
  });

  it('fills in and marks what the English text does', () => {
    const differ = Object.entries(known).filter(
      ([english, german]) => /[{<]/.test(english + german) && slots(english) !== slots(german),
    );
    expect(differ.map(([english]) => english)).toEqual([]);
  });

  it('says no text in two ways', () => {
    const twice = Object.keys(SERVED_GERMAN).filter(
      (english) => (GERMAN[english] ?? SERVED_GERMAN[english]) !== SERVED_GERMAN[english],
    );
    expect(twice).toEqual([]);
  });
});

describe('a page', () => {
  it('says nothing past the catalogue', () => {
    expect(pages.flatMap(plain)).toEqual([]);
  });

  it('would be found out if it did', () => {
    const page = '<p title="Now">Two words{open ? "Or one" : t("Said")}</p>';
    expect(plain(ts.createSourceFile('page.tsx', page, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))).toEqual([
      'page.tsx: Now',
      'page.tsx: Two words',
      'page.tsx: Or one',
    ]);
  });
});
