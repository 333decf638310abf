import {
  AskRegistryRequest,
  AskRegistryResult,
  RegistryKey,
  RegistryList,
  RegistryView,
  SetRegistryRequest,
} from '@signalbox/contracts';
import { askRegistry, listRegistries, removeRegistry, setRegistry } from '@signalbox/services';
import { z } from 'zod';
import { emptyReply } from '../../http/reply.ts';
import { answer, defineDoor } from '../door.ts';

const params = z.object({ key: RegistryKey.describe('The name you gave the registry, such as iys.') });

export const listRegistriesDoor = defineDoor({
  method: 'get',
  path: '/v1/compliance/registries',
  operationId: 'listRegistries',
  permission: 'compliance:read',
  tag: 'Compliance',
  summary: 'List the registries',
  description:
    'The public registries that marketing is checked against before it goes, such as IYS in Türkiye or a list of numbers that want no marketing (DNC, DND), with what each was asked for today. Secrets are never shown.',
  answer: { status: 200, description: 'The registries.', schema: RegistryList },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await listRegistries({ ctx, input: {} }));
  },
});

export const setRegistryDoor = defineDoor({
  method: 'put',
  path: '/v1/compliance/registries/{key}',
  operationId: 'setRegistry',
  permission: 'compliance:write',
  tag: 'Compliance',
  summary: 'Set a registry',
  description:
    'Sets a registry as a whole; a `secret` that is left out stays. Marketing of live to its country and channels is asked for before it is decided, unless an answer still holds or another rule stops or holds the message. Without an answer a message never goes: it is held and asks again, or is stopped, as `unanswered` says. Codes and transactional messages are never asked for. Needs a key of live.',
  params,
  body: {
    schema: SetRegistryRequest,
    checkedBy: 'door',
    example: {
      name: 'IYS',
      enabled: true,
      country: 'TR',
      channels: ['sms'],
      meaning: 'permits',
      unanswered: 'hold',
      service: {
        url: 'https://registry.example.com/v1/status',
        body: { recipients: '{{numbers}}' },
        max_numbers: 100,
        results_pointer: '/list',
        number_pointer: '/recipient',
        listed_pointer: '/status',
        listed_words: ['ONAY'],
        unlisted_words: ['RET'],
        price_micros: 1000,
        currency: 'USD',
        valid_hours: 72,
      },
      secret: 'token-of-the-registry',
    },
  },
  answer: { status: 200, description: 'The registry as it is now in force.', schema: RegistryView },
  refusals: ['conflict'],
  async run({ ctx, params: { key }, body }) {
    return answer(200, await setRegistry({ ctx, input: { key, registry: body } }));
  },
});

export const removeRegistryDoor = defineDoor({
  method: 'delete',
  path: '/v1/compliance/registries/{key}',
  operationId: 'removeRegistry',
  permission: 'compliance:write',
  tag: 'Compliance',
  summary: 'Remove a registry',
  description: 'Marketing is checked against it no more, and what it said is forgotten. Needs a key of live.',
  params,
  answer: { status: 204, description: 'Removed.' },
  refusals: ['not_found'],
  async run({ ctx, params: { key } }) {
    await removeRegistry({ ctx, input: { key } });
    return emptyReply(204);
  },
});

export const askRegistryDoor = defineDoor({
  method: 'post',
  path: '/v1/compliance/registries/{key}/ask',
  operationId: 'askRegistry',
  permission: 'compliance:write',
  tag: 'Compliance',
  summary: 'Ask a registry',
  description:
    'Asks a registry for one address now. By default nothing is asked (`dry_run`): the answer that still holds is told, and what asking would cost. To ask needs a key of live.',
  params,
  body: {
    schema: AskRegistryRequest,
    checkedBy: 'door',
    example: { address: '+905321112233', dry_run: true },
  },
  answer: { status: 200, description: 'What the registry says, and the price.', schema: AskRegistryResult },
  refusals: ['not_found'],
  async run({ ctx, params: { key }, body }) {
    return answer(200, await askRegistry({ ctx, input: { key, question: body } }));
  },
});
