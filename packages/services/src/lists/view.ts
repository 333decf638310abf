import { encodeId, type ListView, type MemberOfList } from '@signalbox/contracts';
import type { CountedListRow, ListMemberRow } from '@signalbox/db';
import type { Services } from '../context.ts';
import { instantText } from '../instant-text.ts';

/** A list as people and machines see it. */
export const viewList = ({ publicUrl }: Pick<Services, 'publicUrl'>, row: CountedListRow): ListView => ({
  id: encodeId('list', row.id),
  name: row.name,
  channel: row.channel,
  environment: row.environment,
  purpose: row.purpose,
  topic: row.topic,
  opt_in: row.doubleOptIn ? 'double' : 'single',
  confirm_within_hours: row.confirmHours,
  from: row.sender,
  wordings: row.wordings,
  sign_up: {
    open: row.signUpOpen,
    hourly_limit: row.signUpHourly,
    url: publicUrl === null ? null : `${publicUrl}/f/${encodeId('list', row.id)}`,
  },
  members: row.counts,
  created_at: new Date(row.createdAtMs).toISOString(),
});

/** A person of a list. */
export const viewMember = (row: ListMemberRow): MemberOfList => ({
  address: row.address,
  state: row.state,
  locale: row.locale,
  source: row.source,
  since: new Date(row.sinceMs).toISOString(),
  confirm_by: instantText(row.confirmByMs),
  message_id: row.message === null ? null : encodeId('message', row.message),
  consent_id: row.consent === null ? null : encodeId('consent', row.consent),
});
