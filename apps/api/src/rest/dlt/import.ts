import { DltImportRequest, DltImportResult } from '@signalbox/contracts';
import { importDltFile } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const importDltFileDoor = defineDoor({
  method: 'post',
  path: '/v1/dlt/imports',
  operationId: 'importDltFile',
  permission: 'dlt:write',
  tag: 'DLT',
  summary: 'Bring in a file of an operator',
  description:
    'Reads a CSV file as operators’ portals give it: the names of its columns are recognised, whatever their order. By default nothing is stored (`dry_run`); the answer says how each column was read and what is wrong with which row, and `error_csv` has the faulty rows with the reason beside them. Registrations that are on file already are changed to what the file says.',
  body: {
    schema: DltImportRequest,
    checkedBy: 'door',
    example: {
      kind: 'templates',
      entity_id: '1101000000000000001',
      csv: 'Template ID,Template Name,Template Type,Header,Template Content,Status\n1107000000000000001,Order,Service Implicit,ACMEIN,Your order {#numeric#} is on its way. Acme,Approved\n',
      dry_run: true,
    },
  },
  answer: { status: 200, description: 'What the file holds, and what came of it.', schema: DltImportResult },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await importDltFile({ ctx, input: body }));
  },
});
