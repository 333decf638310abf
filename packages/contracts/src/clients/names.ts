/** The words of a name in any writing: `sendMessage`, `client_ref`, `API keys`. All are in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** `SendMessage` */
export const pascalCase = (name: string): string => wordsOf(name).map(capital).join('');

/** `sendMessage` */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.slice(0, 1).toLowerCase() + pascal.slice(1);
}

/** `send_message` */
export const snakeCase = (name: string): string => wordsOf(name).join('_');

/** `SEND_MESSAGE` */
export const constantCase = (name: string): string => snakeCase(name).toUpperCase();

const PYTHON_WORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);
// The last ones are methods of every object, which no field of a record may be called after.
const JAVA_WORDS = new Set(
  'abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while clone finalize getClass hashCode notify notifyAll toString wait'.split(
    ' ',
  ),
);

/** How a field or parameter is called in Python; words of the language get an underscore behind them: `class_`. */
export function pythonName(name: string): string {
  const snake = snakeCase(name);
  return PYTHON_WORDS.has(snake) ? `${snake}_` : snake;
}

/** How a field or parameter is called in Java; words of the language get an underscore behind them: `class_`. */
export function javaName(name: string): string {
  const camel = camelCase(name);
  return JAVA_WORDS.has(camel) ? `${camel}_` : camel;
}
