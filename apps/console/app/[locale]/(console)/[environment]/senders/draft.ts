import type { SenderView, SetSenderRequest } from '@signalbox/contracts';

/** The form of a sender; an empty field says nothing. */
export interface SenderDraft {
  channel: SetSenderRequest['channel'];
  country: string;
  network?: string;
  class?: NonNullable<SetSenderRequest['class']>;
  sender: string;
  toll_free: boolean;
  status: SetSenderRequest['status'];
  reference?: string;
  registered_on?: string;
  expires_on?: string;
  affix_at?: 'start' | 'end';
  affix?: string;
  documents: {
    name: string;
    kind: SetSenderRequest['documents'][number]['kind'];
    reference?: string | null;
    notes?: string;
  }[];
  notes?: string;
}

/** A sender as the form shows it; a new one begins as a draft of the country. */
export function draftOf(editing: SenderView | { country: string }): SenderDraft {
  if (!('id' in editing)) {
    const blank = { channel: 'sms', sender: '', toll_free: false, status: 'draft' } as const;
    return { ...blank, documents: [], country: editing.country };
  }
  return {
    channel: editing.channel,
    country: editing.country,
    sender: editing.sender,
    toll_free: editing.kind === 'toll_free',
    status: editing.status,
    documents: editing.documents,
    notes: editing.notes,
    ...(editing.network === null ? {} : { network: editing.network }),
    ...(editing.class === null ? {} : { class: editing.class }),
    ...(editing.reference === null ? {} : { reference: editing.reference }),
    ...(editing.registered_on === null ? {} : { registered_on: editing.registered_on }),
    ...(editing.expires_on === null ? {} : { expires_on: editing.expires_on }),
    ...(editing.affix === null ? {} : { affix: editing.affix.text, affix_at: editing.affix.at }),
  };
}

const said = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** What the form says, as the api takes it. */
export function requestOf(draft: SenderDraft, version: number | undefined): SetSenderRequest {
  const affix = said(draft.affix);
  return {
    channel: draft.channel,
    country: draft.channel === 'email' ? 'default' : draft.country,
    network: said(draft.network),
    class: draft.class ?? null,
    sender: draft.sender.trim(),
    ...(draft.toll_free && draft.sender.trim().startsWith('+') ? { kind: 'toll_free' as const } : {}),
    status: draft.status,
    reference: said(draft.reference),
    registered_on: said(draft.registered_on),
    expires_on: said(draft.expires_on),
    affix: affix === null ? null : { at: draft.affix_at ?? 'end', text: affix },
    documents: draft.documents.map(({ name, kind, reference, notes }) => ({
      name: name.trim(),
      kind,
      reference: said(reference),
      notes: notes ?? '',
    })),
    notes: draft.notes ?? '',
    ...(version === undefined ? {} : { version }),
  };
}

/** The field of the form that a field of the api stands in. */
export function fieldOf(path: string): (string | number)[] {
  const [first = '', ...more] = path.replace(/^(wanted\.)?sender\./, '').split('.');
  if (first === 'reason') return ['ask_reason'];
  if (first === 'kind') return ['toll_free'];
  if (first === 'affix') return [more[0] === 'at' ? 'affix_at' : 'affix'];
  if (first === 'documents' && more.length > 1) return [first, Number(more[0]), more[1] ?? 'name'];
  return [first];
}
