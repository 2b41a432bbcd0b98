import { IntlMessageFormat } from 'intl-messageformat';

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DISGUISE = [...'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž'];
const VOWEL = /[aeiou]/;

type Elements = Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>;

/** A text in disguise: every letter accented and every vowel doubled, about a third longer, as German is. */
export const disguised = (words: string): string => [...words].map(letter).join('');

const letter = (char: string): string => {
  const disguise = DISGUISE[PLAIN.indexOf(char)] ?? char;
  return VOWEL.test(char) ? disguise + disguise : disguise;
};

/** A message in disguise: what is said is, what is filled in is not. */
export const disguisedMessage = (message: string, ignoreTag: boolean): Elements =>
  new IntlMessageFormat(message, 'en', undefined, { ignoreTag }).getAst().map(inDisguise);

const LITERAL = 0;

function inDisguise<T extends Elements[number]>(element: T): T {
  if (Number(element.type) === LITERAL && 'value' in element) return { ...element, value: disguised(element.value) };
  if ('children' in element) return { ...element, children: element.children.map(inDisguise) };
  if (!('options' in element)) return element;
  const options = Object.entries(element.options).map(([name, option]) => [
    name,
    { ...option, value: option.value.map(inDisguise) },
  ]);
  return { ...element, options: Object.fromEntries(options) as typeof element.options };
}
