/** Countries there is an example for: a number of the form of that country, and a text as a shop there would send it. */
export const EXAMPLES = {
  MX: { number: '+525512345678', text: 'Tu pedido 84-2201 va en camino.' },
  BR: { number: '+5511912345678', text: 'Seu pedido 84-2201 está a caminho.' },
  IN: { number: '+919812345678', text: 'Your order 84-2201 is on its way.' },
  CN: { number: '+8613812345678', text: '您的订单 84-2201 已发货。' },
  US: { number: '+12015550123', text: 'Your order 84-2201 is on its way.' },
  ES: { number: '+34612345678', text: 'Tu pedido 84-2201 está en camino.' },
} as const;
export type ExampleCountry = keyof typeof EXAMPLES;

const NUMBER = /^\+[1-9]\d{6,14}$/;

/** The example of an operation as somebody in that country would send it: its numbers and texts put in place of those given. */
export function exampleFor(example: unknown, country: ExampleCountry, name = ''): unknown {
  const { number, text } = EXAMPLES[country];
  if (typeof example === 'string') {
    if (NUMBER.test(example)) return number;
    return name === 'text' ? text : example;
  }
  if (Array.isArray(example)) return example.map((entry) => exampleFor(entry, country, name));
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(
    Object.entries(example)
      // A reference is taken once: an example that is sent twice must not be refused for it.
      .filter(([inner]) => inner !== 'client_ref')
      .map(([inner, value]) => [inner, exampleFor(value, country, inner)]),
  );
}
