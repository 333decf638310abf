import type { Role, SaveSingleSignOnInput, SignInRulesView } from '@signalbox/contracts';

/** The single sign-on as the form holds it. */
export interface SignOnDraft {
  name: string;
  issuer: string;
  client_id: string;
  client_secret: string;
  domains: string[];
  enabled: boolean;
  proves_second_factor: boolean;
  /** Whether somebody nobody invited may join. */
  lets_join: boolean;
  workspace_id: string;
  /** `none`: only whom the claim gives a role. */
  role: Role | 'none';
  reads_claim: boolean;
  claim: string;
  roles: { value: string; role: Role }[];
}

/** What the form begins with: what is set, or what suits most. */
export function draftOf({ single_sign_on: known, workspaces }: SignInRulesView, here: string): SignOnDraft {
  const joins = known?.joins ?? null;
  const claim = joins?.claim ?? null;
  return {
    name: known?.name ?? '',
    issuer: known?.issuer ?? '',
    client_id: known?.client_id ?? '',
    client_secret: '',
    domains: known?.domains ?? [],
    enabled: known?.enabled ?? true,
    proves_second_factor: known?.proves_second_factor ?? false,
    lets_join: joins !== null,
    workspace_id: joins?.workspace_id ?? (workspaces.some(({ id }) => id === here) ? here : (workspaces[0]?.id ?? '')),
    role: joins === null ? 'viewer' : (joins.role ?? 'none'),
    reads_claim: claim !== null,
    claim: claim?.name ?? 'groups',
    roles: claim?.roles ?? [{ value: '', role: 'viewer' }],
  };
}

/** What is saved of a draft; a secret that was left empty stays as it is stored. */
export function inputOf(draft: SignOnDraft, version: number | null): SaveSingleSignOnInput {
  const { name, issuer, client_id, client_secret, domains, enabled, proves_second_factor } = draft;
  const claim = draft.reads_claim ? { name: draft.claim, roles: draft.roles } : null;
  // Without a claim there is nothing else that could say it.
  const role = draft.role === 'none' && claim !== null ? null : draft.role === 'none' ? 'viewer' : draft.role;
  return {
    version,
    name,
    issuer,
    client_id,
    ...(client_secret === '' ? {} : { client_secret }),
    domains,
    enabled,
    proves_second_factor,
    joins: draft.lets_join ? { workspace_id: draft.workspace_id, role, claim } : null,
  };
}

const PLACES: Readonly<Record<string, keyof SignOnDraft>> = {
  'joins.workspace_id': 'workspace_id',
  'joins.role': 'role',
  'joins.claim.name': 'claim',
};

/** The field of the form that a field at fault is typed in; undefined when it has none. */
export function fieldOf(path: string): keyof SignOnDraft | undefined {
  const [first = ''] = path.split('.');
  if (path.startsWith('joins.claim.roles')) return 'roles';
  const known: readonly string[] = ['name', 'issuer', 'client_id', 'client_secret', 'domains', 'enabled'];
  return PLACES[path] ?? (known.includes(first) ? (first as keyof SignOnDraft) : undefined);
}
