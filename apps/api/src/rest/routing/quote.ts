import { Quote, QuoteRequest } from '@signalbox/contracts';
import { quoteSend } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const quoteSendDoor = defineDoor({
  method: 'post',
  path: '/v1/routing/quote',
  operationId: 'quoteSend',
  permission: 'routing:read',
  tag: 'Routing',
  summary: 'See what a send would cost',
  description:
    'Takes a text and either recipients or how many go to which country, and sends nothing. The answer tells parts and encoding, the expected mix of routes of each country with its price, and three sums in the currency of the workspace: all by the cheapest route that may carry it, by the mix as it is decided now, and all by the dearest one, backups included. ' +
    'Recipients that would not be sent to are counted with the reason. `advice` names countries where mail would do for less than half.',
  body: {
    schema: QuoteRequest,
    checkedBy: 'door',
    example: {
      class: 'marketing',
      text: 'Hola. La rebaja de verano empieza hoy.',
      mix: [
        { country: 'MX', count: 12000 },
        { country: 'BR', count: 3000 },
      ],
    },
  },
  answer: { status: 200, description: 'What it would cost, and what is left out.', schema: Quote },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await quoteSend({ ctx, input: body }));
  },
});
