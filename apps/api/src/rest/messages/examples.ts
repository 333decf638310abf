import type { SendMessageRequest } from '@signalbox/contracts';

/** A text as the reference shows it. */
export const EXAMPLE_MESSAGE: SendMessageRequest = {
  to: '+525512345678',
  channel: 'sms',
  class: 'transactional',
  content: { text: 'Tu pedido 84-2201 va en camino.' },
  client_ref: 'order-84-2201',
};

/** A mail as the reference shows it. */
export const EXAMPLE_MAIL: SendMessageRequest = {
  to: 'ana@example.com',
  channel: 'email',
  class: 'transactional',
  content: { subject: 'Your order 84-2201 is on its way', text: 'It will be with you on Friday.' },
};
