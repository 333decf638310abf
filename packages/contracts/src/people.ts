import { z } from 'zod';
import { Role } from './permissions.ts';

/** How a session was opened: a password alone, a password and a code, a passkey, or the single sign-on of an organisation. */
export const SignInMethod = z.enum(['password', 'code', 'passkey', 'single_sign_on']);
export type SignInMethod = z.infer<typeof SignInMethod>;

/**
 * What a session must do before anything else in a workspace whose organisation requires a second factor: `set_up` one; `prove` the one the
 * person has; or `other_way`, when the single sign-on that opened it does not say that it asked for one.
 */
export type SecondFactorNeed = 'set_up' | 'prove' | 'other_way';

/** `members.list`: the people of the workspace, oldest first, and the invitations that are open. */
export interface MembersView {
  members: MemberView[];
  invitations: InvitationView[];
}
export interface MemberView {
  user_id: string;
  name: string;
  email: string;
  role: Role;
  joined_at: string;
  /** Whether the person has an authenticator app or a passkey. */
  has_second_factor: boolean;
  /** Whether the person has a password here; without one the only way in is the single sign-on. */
  has_password: boolean;
}
export interface InvitationView {
  id: string;
  email: string;
  role: Role;
  created_at: string;
  expires_at: string;
  is_expired: boolean;
}
/** `members.changeRole`: holds for open sessions at once. The last owner stays one. */
export const ChangeRoleInput = z.strictObject({ user_id: z.string().min(1).max(100), role: Role });
/** `members.remove`: ends the sessions of the person too. */
export const RemoveMemberInput = z.strictObject({ user_id: z.string().min(1).max(100) });
/** A language of the console, and of the mails the system itself sends. */
export const Locale = z.enum(['en', 'zh', 'es', 'pt-BR']);
export type Locale = z.infer<typeof Locale>;
/** `invitations.create`: the link is mailed in the language given where system mail is set up. Its token is shown once; another invitation of the same address takes the place of the first. */
export const CreateInvitationInput = z.strictObject({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(320)
    .pipe(z.email({ error: 'Must be an e-mail address such as ana@example.com.' })),
  role: Role,
  locale: Locale.default('en'),
});
export interface CreatedInvitationView {
  invitation: InvitationView;
  /** Whether a mail with the link was handed to the mail server. */
  mailed: boolean;
  token: string;
}
/** `invitations.withdraw`. */
export const WithdrawInvitationInput = z.strictObject({ id: z.string() });
/** `invitations.read`: what a token invites to; open to whoever holds it. */
export const ReadInvitationInput = z.strictObject({ token: z.string().min(1).max(100) });
export interface OpenInvitationView {
  workspace: string;
  email: string;
  role: Role;
  /** Whether somebody signs in with the address already: that person accepts by `invitations.join`. */
  has_account: boolean;
  /** The single sign-on that takes the invitation by itself when its person signs in; null when there is none for the address. */
  single_sign_on: { organisation_id: string; name: string } | null;
}
/** `invitations.join`: the person who is signed in takes an invitation of their address; the session goes on in the workspace. */
export const JoinWorkspaceInput = z.strictObject({ token: z.string().min(1).max(100) });
/** `invitations.accept`: makes the account; the person then signs in with it. */
export const AcceptInvitationInput = z.strictObject({
  token: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  password: z.string().min(10).max(128),
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;
/** `account.read`: the person who asks, what the sign-in asks for, and where the person is signed in, last seen first. */
export interface AccountView {
  name: string;
  email: string;
  has_second_factor: boolean;
  passkeys: PasskeyView[];
  /** The address of the console passkeys are bound to; null where they cannot work, under a bare IP address. */
  passkeys_at: string | null;
  /** The single sign-on by which this session was opened: it says the name and keeps the ways to sign in; null otherwise. */
  signed_in_through: string | null;
  sessions: OpenSessionView[];
}
/** A passkey of the person. */
export interface PasskeyView {
  id: string;
  name: string;
  created_at: string;
  last_used_at: string | null;
  /** Whether it is on the other devices of the person too. */
  is_backed_up: boolean;
}
/** Most passkeys of one person. */
export const PASSKEYS_MAX = 20;
/** A browser that is signed in. */
export interface OpenSessionView {
  id: string;
  /** As the browser names itself; null when it does not. */
  user_agent: string | null;
  /** Where it signed in from. */
  address: string | null;
  signed_in_at: string;
  /** To the minute. */
  last_seen_at: string;
  method: SignInMethod;
  is_current: boolean;
}
/** `account.rename`. */
export const RenameAccountInput = z.strictObject({ name: z.string().trim().min(1).max(100) });
const passkeyName = z.string().trim().min(1).max(60);
/** `account.renamePasskey`. */
export const RenamePasskeyInput = z.strictObject({ passkey_id: z.string().max(60), name: passkeyName });
/** `account.endSession`: a session of the person who asks, by its id. */
export const EndSessionInput = z.strictObject({ session_id: z.string().min(1).max(100) });
/** `account.endOtherSessions`: how many ended. */
export const EndOtherSessionsInput = z.strictObject({});
export interface EndedSessionsView {
  ended: number;
}
/** `POST /auth/password-reset`: a link to choose a new password goes to the address, when somebody signs in with it. */
export const PasswordResetRequest = z.strictObject({
  email: z.string().trim().toLowerCase().max(320).pipe(z.email()),
  locale: Locale,
});

/** `POST /auth/passkey/registration-options`: the password proves that it is the person who adds a passkey. */
export const PasskeyOptionsRequest = z.strictObject({ password: z.string().max(128) });
/** What a browser makes of a passkey, as WebAuthn spells it; judged by the library that verifies it. */
const credential = z.looseObject({ id: z.string().min(1).max(1400) });
/** `POST /auth/passkey/register`: every other session ends. */
export const RegisterPasskeyRequest = z.strictObject({ name: passkeyName, response: credential });
/** `POST /auth/passkey/remove`: every other session ends. */
export const RemovePasskeyRequest = z.strictObject({ passkey_id: z.string().max(60), password: z.string().max(128) });
/** `POST /auth/passkey/sign-in-options`. */
export const PasskeySignInOptionsRequest = z.strictObject({});
/** `POST /auth/passkey/sign-in`. */
export const PasskeySignInRequest = z.strictObject({ response: credential });

/** `signIn.ways`: what the sign-in page offers besides the password; open to everybody. */
export interface WaysToSignIn {
  /** The address of the console passkeys are bound to; null where they cannot work, under a bare IP address. */
  passkeys_at: string | null;
  single_sign_on: { organisation_id: string; name: string }[];
}
/** `POST /auth/single-sign-on`: where the browser goes to sign in; `next` is an address of the console to come back to. */
export const SingleSignOnRequest = z.strictObject({
  organisation_id: z.string().max(60),
  locale: Locale,
  next: z.string().max(2000).optional(),
});

/** What a value of the role claim is here. */
export const ClaimedRole = z.strictObject({ value: z.string().trim().min(1).max(200), role: Role });
export type ClaimedRole = z.infer<typeof ClaimedRole>;

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?=.*\.)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/, {
    error: 'Must be a domain such as example.com, without anything before it.',
  });

/** Who joins when somebody new signs in: which workspace, and as what. */
export const SingleSignOnJoin = z.strictObject({
  workspace_id: z.string().max(60),
  /** As what when no claim says it; null: only whom a claim gives a role. */
  role: Role.nullable(),
  /** The claim that says it, for instance groups; the first value that fits counts, and the role follows it at each sign-in. */
  claim: z
    .strictObject({
      name: z.string().trim().min(1).max(200),
      roles: z.array(ClaimedRole).min(1).max(50),
    })
    .nullable(),
});
export type SingleSignOnJoin = z.infer<typeof SingleSignOnJoin>;

/** `signIn.saveSingleSignOn`: makes it (version null) or changes it (the version read). A secret left out keeps the stored one. */
export const SaveSingleSignOnInput = z.strictObject({
  version: z.int().nullable(),
  name: z.string().trim().min(1).max(60),
  issuer: z.string().trim().min(1).max(500),
  client_id: z.string().trim().min(1).max(300),
  client_secret: z.string().min(1).max(1000).optional(),
  domains: z.array(domain).min(1).max(50),
  enabled: z.boolean(),
  proves_second_factor: z.boolean(),
  joins: SingleSignOnJoin.nullable(),
});
export type SaveSingleSignOnInput = z.infer<typeof SaveSingleSignOnInput>;
/** `signIn.removeSingleSignOn`: sessions opened by it end. */
export const RemoveSingleSignOnInput = z.strictObject({ version: z.int() });
/** The single sign-on of an organisation, without its secret. */
export interface SingleSignOnView extends Omit<SaveSingleSignOnInput, 'client_secret' | 'version'> {
  version: number;
}
/** `signIn.requireSecondFactor`. */
export const RequireSecondFactorInput = z.strictObject({ required: z.boolean() });
/** `signIn.rules`: how people of the organisation sign in. */
export interface SignInRulesView {
  organisation: { id: string; name: string };
  /** Workspaces of the organisation that the person who asks does not own: only who owns all may change the rules. */
  not_owned: string[];
  second_factor: {
    required: boolean;
    /** People of the organisation, and how many of them have neither an authenticator app nor a passkey. */
    people: number;
    without: number;
  };
  single_sign_on: SingleSignOnView | null;
  /** What the identity provider must be told to send people back to. */
  redirect_uri: string;
  /** Every workspace of the organisation. */
  workspaces: { id: string; name: string }[];
}
