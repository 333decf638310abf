import type { CreateTemplateRequest } from '@signalbox/contracts';

/** A template as the reference shows it. */
export const EXAMPLE_TEMPLATE: CreateTemplateRequest = {
  key: 'order_shipped',
  name: 'Order shipped',
  class: 'transactional',
  default_locale: 'en',
  topic: null,
  variables: [
    { name: 'name', type: 'text', sample: 'Ana', optional: false },
    { name: 'order', type: 'code', sample: '84-2201', optional: false },
    { name: 'total', type: 'money', sample: { amount_micros: 49_900_000, currency: 'USD' }, optional: false },
    { name: 'track', type: 'url', sample: 'https://acme.example/t/84-2201', optional: true },
  ],
  bodies: [
    {
      channel: 'sms',
      locale: 'en',
      text: 'Hi {{ name }}, your order {{ order }} ({{ total }}) is on its way.{% if track %} {{ track }}{% endif %}',
      dlt_template_id: null,
    },
    {
      channel: 'sms',
      locale: 'es',
      text: 'Hola {{ name }}, tu pedido {{ order }} ({{ total }}) va en camino.{% if track %} {{ track }}{% endif %}',
      dlt_template_id: null,
    },
    {
      channel: 'email',
      locale: 'en',
      subject: 'Your order {{ order }} is on its way',
      text: 'Hi {{ name }},\n\nyour order {{ order }} for {{ total }} is on its way.',
    },
  ],
};
