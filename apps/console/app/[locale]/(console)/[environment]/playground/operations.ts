import type { PlaygroundView } from '@signalbox/contracts';
import { type ApiModel, type OperationModel, readApiModel } from '@signalbox/contracts/clients';

/** One operation with what the page needs besides its model. */
export interface PlaygroundOperation {
  model: OperationModel;
  tag: string;
  /** The body of the reference; undefined when it takes none. */
  example: unknown;
}

/** What the document offers, in its order. */
export interface Playground {
  api: ApiModel;
  operations: readonly PlaygroundOperation[];
}

interface DrawnOperation {
  operationId: string;
  tags: string[];
  requestBody?: { content: Record<string, { example?: unknown }> };
}

/** Reads the operations out of the document the api serves. */
export function readPlayground({ document }: PlaygroundView): Playground {
  const api = readApiModel(document);
  const drawn = new Map(
    Object.values(document.paths)
      .flatMap((methods) => Object.values(methods) as DrawnOperation[])
      .map((operation) => [operation.operationId, operation]),
  );
  const operations = api.operations.map((model) => {
    const operation = drawn.get(model.operationId);
    return {
      model,
      tag: operation?.tags[0] ?? '',
      example: operation?.requestBody?.content['application/json']?.example,
    };
  });
  return { api, operations };
}
