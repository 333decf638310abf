import type { DltCtaType, DltEntryKind, DltKind, DltStatus } from '@signalbox/contracts';

/**
 * What the columns of operators' files are called, small letters and nothing but letters and digits. Portals differ and change; a column that
 * nobody knows is shown as such and left alone.
 */
export const COLUMNS: Readonly<Record<DltEntryKind, Readonly<Record<string, readonly string[]>>>> = {
  entities: {
    entity_id: ['entityid', 'peid', 'principalentityid', 'dltentityid'],
    name: ['name', 'entityname', 'pename', 'principalentityname', 'organisationname', 'organizationname'],
  },
  headers: {
    header: ['header', 'headername', 'headerid', 'senderid', 'sender', 'cliheader'],
  },
  templates: {
    template_id: ['templateid', 'dlttemplateid', 'contenttemplateid', 'dltteid', 'teid'],
    name: ['templatename', 'name', 'contenttemplatename'],
    kind: ['templatetype', 'type', 'contenttype', 'templatecategory', 'communicationtype', 'kind'],
    headers: ['header', 'headers', 'headername', 'senderid', 'senderids', 'linkedheaders', 'headerids'],
    text: ['templatecontent', 'content', 'templatemessage', 'message', 'templatetext', 'text', 'contenttemplate'],
    tags: ['variabletype', 'variabletypes', 'tags', 'variabletags', 'vartype', 'vartypes'],
    consent_template_id: ['consenttemplateid', 'consentid'],
  },
  calls_to_action: {
    type: ['type', 'ctatype', 'category', 'urltype'],
    value: ['value', 'cta', 'url', 'number', 'callbacknumber', 'ctavalue', 'urlnumber', 'link'],
  },
  consent_templates: {
    template_id: ['consenttemplateid', 'templateid', 'consentid'],
    name: ['consenttemplatename', 'templatename', 'name'],
    text: ['consenttemplatecontent', 'content', 'message', 'consenttext', 'text', 'templatecontent'],
  },
  chains: {
    provider_id: ['providerid', 'provider'],
    telemarketer_ids: ['telemarketerids', 'tmids', 'chain', 'telemarketers', 'tmid'],
  },
};

/** Columns that every kind may have. */
export const SHARED_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  status: ['status', 'templatestatus', 'headerstatus', 'approvalstatus', 'currentstatus', 'ctastatus'],
  expires_on: ['expireson', 'expirydate', 'expiry', 'validtill', 'validupto', 'validuntil', 'enddate'],
};

/** Kinds of templates as portals write them. */
export const KIND_WORDS: Readonly<Record<string, DltKind>> = {
  transactional: 'transactional',
  trans: 'transactional',
  t: 'transactional',
  serviceimplicit: 'service_implicit',
  implicit: 'service_implicit',
  si: 'service_implicit',
  service: 'service_implicit',
  serviceexplicit: 'service_explicit',
  explicit: 'service_explicit',
  se: 'service_explicit',
  promotional: 'promotional',
  promo: 'promotional',
  p: 'promotional',
  government: 'government',
  g: 'government',
};

/** How registrations stand, as portals write it. */
export const STATUS_WORDS: Readonly<Record<string, DltStatus>> = {
  active: 'active',
  approved: 'active',
  registered: 'active',
  live: 'active',
  whitelisted: 'active',
  pending: 'pending',
  submitted: 'pending',
  inreview: 'pending',
  underreview: 'pending',
  rejected: 'rejected',
  declined: 'rejected',
  suspended: 'suspended',
  blocked: 'suspended',
  inactive: 'inactive',
  deactivated: 'inactive',
  expired: 'inactive',
  deleted: 'inactive',
  blacklisted: 'blacklisted',
};

/** Kinds of calls to action as portals write them. */
export const CTA_WORDS: Readonly<Record<string, DltCtaType>> = {
  staticurl: 'static_url',
  urlstatic: 'static_url',
  static: 'static_url',
  url: 'static_url',
  dynamicurl: 'dynamic_url',
  urldynamic: 'dynamic_url',
  dynamic: 'dynamic_url',
  shorturl: 'short_url',
  urlshort: 'short_url',
  short: 'short_url',
  apk: 'apk',
  app: 'apk',
  ott: 'ott',
  ottlink: 'ott',
  callbacknumber: 'call_back_number',
  callback: 'call_back_number',
  number: 'call_back_number',
  cbn: 'call_back_number',
  email: 'email',
};
