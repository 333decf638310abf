import {
  encodeId,
  type SaveSingleSignOnInput,
  SignalboxError,
  type SignInRulesView,
  type SingleSignOnView,
  type WaysToSignIn,
} from '@signalbox/contracts';
import {
  deleteSingleSignOn,
  endSignOnSessions,
  forgetSubjects,
  hasPassword,
  listSingleSignOn,
  lockSignInRules,
  putSingleSignOn,
  readFactors,
  readSingleSignOn,
  type SignInRulesRow,
  type SingleSignOnRow,
  type StoredSingleSignOn,
  setSecondFactorRule,
  type Transaction,
} from '@signalbox/db';
import { type AuditChange, recordAudit } from '../../audit/record.ts';
import type { RequestContext } from '../../context.ts';
import { refuseField } from '../../field-refusal.ts';
import { inWorkspace } from '../../tenant.ts';
import { passkeysAt } from '../passkeys.ts';
import { checkIssuer } from './provider-check.ts';
import { redirectUriOf, secretPlaceOf } from './sign-on.ts';

const viewOf = (row: StoredSingleSignOn): SingleSignOnView => ({
  version: row.version,
  name: row.name,
  issuer: row.issuer,
  client_id: row.clientId,
  domains: row.domains,
  enabled: row.isEnabled,
  proves_second_factor: row.provesSecondFactor,
  joins:
    row.joinsId === null
      ? null
      : {
          workspace_id: encodeId('workspace', row.joinsId),
          role: row.joinsAs,
          claim: row.roleClaim === null ? null : { name: row.roleClaim, roles: row.claimedRoles ?? [] },
        },
});

const namedOf = ({ name }: SingleSignOnRow, { organisationId }: SignInRulesRow) =>
  ({ kind: 'single_sign_on', id: encodeId('organisation', organisationId), name }) as const;
const factsOf = (row: StoredSingleSignOn): object => {
  const { version, ...facts } = viewOf(row);
  return facts;
};

/** What the sign-in page offers besides the password. Nobody is signed in here. */
export async function readWaysToSignIn({ ctx }: { ctx: Pick<RequestContext, 'services'> }): Promise<WaysToSignIn> {
  const { database, consoleUrl } = ctx.services;
  const rows = await listSingleSignOn(database.sql);
  return {
    passkeys_at: passkeysAt(consoleUrl),
    single_sign_on: rows.map(({ organisationId, name }) => ({
      organisation_id: encodeId('organisation', organisationId),
      name,
    })),
  };
}

/** How people of the organisation sign in. */
export async function readSignInRules({ ctx }: { ctx: RequestContext; input: object }): Promise<SignInRulesView> {
  return inWorkspace(ctx, async (tx, asOwner) => {
    await asOwner();
    const rules = await lockSignInRules(tx, ctx.workspace.number, ctx.actor.id);
    const signOn = await readSingleSignOn(tx, rules.organisation);
    return {
      organisation: { id: encodeId('organisation', rules.organisationId), name: rules.organisationName },
      not_owned: rules.workspaces.filter((one) => !one.isOwned).map((one) => one.name),
      second_factor: { required: rules.requiresSecondFactor, people: rules.people, without: rules.peopleWithout },
      single_sign_on: signOn === undefined ? null : viewOf(signOn),
      redirect_uri: redirectUriOf(ctx.services.consoleUrl, rules.organisationId),
      workspaces: rules.workspaces.map(({ id, name }) => ({ id: encodeId('workspace', id), name })),
    };
  });
}

/**
 * Changes how the organisation signs in, in one transaction that writes what was done into the log of each of its workspaces. Only who owns
 * all of them may: whoever says by whom people are let in could let himself in.
 */
async function changeRules(
  ctx: RequestContext,
  change: (tx: Transaction, rules: SignInRulesRow) => Promise<AuditChange | null>,
): Promise<void> {
  await inWorkspace(ctx, async (tx, asOwner) => {
    await asOwner();
    const rules = await lockSignInRules(tx, ctx.workspace.number, ctx.actor.id);
    const notOwned = rules.workspaces.filter((one) => !one.isOwned).map((one) => one.name);
    if (notOwned.length > 0) {
      const names = new Intl.ListFormat('en').format(notOwned);
      throw new SignalboxError('forbidden', {
        detail: `This is for whoever owns every workspace of the organisation. Ask an owner of ${names} to make you one there.`,
      });
    }
    const done = await change(tx, rules);
    if (done === null) return;
    // In the order of their numbers, so that two changes never wait for each other in a circle.
    const inOrder = rules.workspaces.toSorted((one, other) => one.number - other.number);
    await Promise.all(inOrder.map((workspace) => recordAudit(tx, { ...ctx, workspace, environment: null }, done)));
  });
}

/**
 * Switches on or off that the workspaces of the organisation open only to sessions in which a second factor was proved. It holds for the
 * next call of every open session, so whoever switches it on must be signed in with one.
 */
export async function requireSecondFactor({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { required: boolean; hasProved: boolean };
}): Promise<null> {
  const { required } = input;
  await changeRules(ctx, async (tx, rules) => {
    if (rules.requiresSecondFactor === required) return null;
    if (required) {
      const { hasAuthenticator, passkeys } = await readFactors(tx, ctx.actor.id);
      if (!hasAuthenticator && passkeys === 0) {
        throw refuseField('required', 'own_factor_first', 'You have no second factor yourself: set one up first.');
      }
      if (!input.hasProved) {
        throw refuseField('required', 'sign_in_with_it', 'Sign in with your second factor first, so that you stay in.');
      }
    }
    await setSecondFactorRule(tx, rules.organisation, required);
    return {
      action: 'organisation.second_factor_set',
      object: {
        kind: 'organisation',
        id: encodeId('organisation', rules.organisationId),
        name: rules.organisationName,
      },
      before: { required: !required },
      after: { required },
    };
  });
  return null;
}

const changed = (): SignalboxError =>
  new SignalboxError('conflict', { detail: 'Somebody else changed it; read it again.' });

/**
 * Makes the single sign-on of the organisation, or changes it. One that is switched on is asked who it is before anything is stored. Sessions
 * that were opened by it end when it is switched off, or is another one from now on, or lets in fewer domains.
 */
export async function saveSingleSignOn({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SaveSingleSignOnInput;
}): Promise<null> {
  const issuer = await checkIssuer(ctx.services, { issuer: input.issuer, ask: input.enabled });
  await changeRules(ctx, async (tx, rules) => {
    const before = await readSingleSignOn(tx, rules.organisation);
    const row = { ...rowOf(ctx, input, rules, before), issuer };
    if (!row.isEnabled && before?.isEnabled) await assertOtherWayIn(ctx, tx, 'enabled');
    if (!(await putSingleSignOn(tx, rules.organisation, row, input.version))) throw changed();
    const isOther = before !== undefined && (before.issuer !== row.issuer || before.clientId !== row.clientId);
    const isNarrower = before?.domains.some((domain) => !row.domains.includes(domain)) === true;
    if (isOther) await forgetSubjects(tx, rules.organisation);
    if (isOther || isNarrower || !row.isEnabled) await endSignOnSessions(tx, rules.organisation);
    const after = await readSingleSignOn(tx, rules.organisation);
    return {
      action: 'single_sign_on.set',
      object: namedOf(row, rules),
      before: before === undefined ? null : factsOf(before),
      after: after === undefined ? null : factsOf(after),
    };
  });
  return null;
}

/** Removes the single sign-on of the organisation; sessions that were opened by it end. */
export async function removeSingleSignOn({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { version: number };
}): Promise<null> {
  await changeRules(ctx, async (tx, rules) => {
    const before = await readSingleSignOn(tx, rules.organisation);
    if (before === undefined) throw new SignalboxError('not_found', { detail: 'There is no single sign-on.' });
    await assertOtherWayIn(ctx, tx, 'version');
    if (!(await deleteSingleSignOn(tx, rules.organisation, input.version))) throw changed();
    await forgetSubjects(tx, rules.organisation);
    await endSignOnSessions(tx, rules.organisation);
    return {
      action: 'single_sign_on.removed',
      object: namedOf(before, rules),
      before: factsOf(before),
      after: null,
    };
  });
  return null;
}

/** Nobody closes the only door behind himself. */
async function assertOtherWayIn(ctx: RequestContext, tx: Transaction, path: string): Promise<void> {
  if (await hasPassword(tx, ctx.actor.id)) return;
  throw refuseField(
    path,
    'own_way_in',
    'You have no password here and could not sign in again. Let an owner who has one do it.',
  );
}

function rowOf(
  ctx: RequestContext,
  input: SaveSingleSignOnInput,
  rules: SignInRulesRow,
  before: StoredSingleSignOn | undefined,
): SingleSignOnRow {
  const { joins, client_secret: secret } = input;
  const joined = rules.workspaces.find((one) => encodeId('workspace', one.id) === joins?.workspace_id);
  if (joins !== null && joined === undefined) {
    throw refuseField('joins.workspace_id', 'unknown', 'The organisation has no workspace with this id.');
  }
  if (joins !== null && joins.role === null && joins.claim === null) {
    throw refuseField('joins.role', 'needed', 'Say as what new people join, or which claim says it.');
  }
  if (secret === undefined && before === undefined) {
    throw refuseField('client_secret', 'needed', 'Give the secret that the provider made for this client.');
  }
  const place = secretPlaceOf(rules.organisationId);
  return {
    name: input.name,
    issuer: input.issuer,
    clientId: input.client_id,
    clientSecret: secret === undefined ? (before?.clientSecret ?? '') : ctx.services.sealer.seal(secret, place),
    domains: [...new Set(input.domains)],
    isEnabled: input.enabled,
    provesSecondFactor: input.proves_second_factor,
    joins: joined?.number ?? null,
    joinsAs: joins?.role ?? null,
    roleClaim: joins?.claim?.name ?? null,
    claimedRoles: joins?.claim?.roles ?? null,
  };
}
