import { encodeId, type RequestOutcome, type RequestView, uuidTimeMs } from '@signalbox/contracts';
import type { RequestRow } from '@signalbox/db';

const MESSAGE_ID = /msg_[0-9a-hjkmnp-tv-z]{26}/g;
const IDS_MAX = 10;

/** A kept call as it is told. */
export function viewRequest(row: RequestRow): RequestView {
  const { environment, method, path, operation, status, error, replayed } = row;
  return {
    id: encodeId('request', row.id),
    at: new Date(uuidTimeMs(row.id)).toISOString(),
    environment,
    method,
    path,
    operation,
    status,
    outcome: outcomeOf(status),
    error,
    duration_ms: row.durationUs / 1000,
    replayed,
    api_key: row.keyId === null ? null : { id: encodeId('apiKey', row.keyId), name: row.keyName ?? '' },
    address: row.address,
    query: row.query,
    request: { bytes: row.requestBytes, body: row.request },
    answer: { bytes: row.answerBytes, body: row.answer },
    message_ids: [...new Set(`${path} ${JSON.stringify(row.answer)}`.match(MESSAGE_ID))].slice(0, IDS_MAX),
    not_kept_before: row.notKept,
  };
}

const outcomeOf = (status: number): RequestOutcome => (status < 400 ? 'done' : status < 500 ? 'refused' : 'failed');
