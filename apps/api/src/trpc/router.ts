import { accountRouter } from './account.ts';
import { approvalsRouter } from './approvals.ts';
import { auditRouter } from './audit.ts';
import { capsRouter } from './caps.ts';
import { complianceRouter } from './compliance.ts';
import { consentsRouter } from './consents.ts';
import { countriesRouter } from './countries.ts';
import { dltRouter } from './dlt.ts';
import { experimentsRouter } from './experiments.ts';
import { fraudRouter } from './fraud.ts';
import { glossaryRouter } from './glossary.ts';
import { importsRouter } from './imports.ts';
import { invitationsRouter } from './invitations.ts';
import { keysRouter } from './keys.ts';
import { keywordsRouter } from './keywords.ts';
import { limitsRouter } from './limits.ts';
import { listsRouter } from './lists.ts';
import { membersRouter } from './members.ts';
import { messagesRouter } from './messages.ts';
import { modelsRouter } from './models.ts';
import { networksRouter } from './networks.ts';
import { onboardingRouter } from './onboarding.ts';
import { organisationRouter } from './organisation.ts';
import { overviewRouter } from './overview.ts';
import { peopleRouter } from './people.ts';
import { playgroundRouter } from './playground.ts';
import { pricesRouter } from './prices.ts';
import { router } from './procedure.ts';
import { providersRouter } from './providers.ts';
import { requestsRouter } from './requests.ts';
import { routesRouter } from './routes.ts';
import { routingRouter } from './routing.ts';
import { sendersRouter } from './senders.ts';
import { sessionRouter } from './session.ts';
import { signInRouter } from './sign-in.ts';
import { simulatorRouter } from './simulator.ts';
import { suppressionsRouter } from './suppressions.ts';
import { templatesRouter } from './templates.ts';
import { topicsRouter } from './topics.ts';
import { translationRouter } from './translation.ts';
import { verificationsRouter } from './verifications.ts';
import { webhooksRouter } from './webhooks.ts';
import { weightsRouter } from './weights.ts';
import { workspaceRouter } from './workspace.ts';

/** Everything the console can ask for, by the names of contracts/console.ts. */
export const appRouter = router({
  session: sessionRouter,
  workspace: workspaceRouter,
  organisation: organisationRouter,
  approvals: approvalsRouter,
  countries: countriesRouter,
  senders: sendersRouter,
  dlt: dltRouter,
  compliance: complianceRouter,
  caps: capsRouter,
  account: accountRouter,
  signIn: signInRouter,
  overview: overviewRouter,
  onboarding: onboardingRouter,
  messages: messagesRouter,
  templates: templatesRouter,
  verifications: verificationsRouter,
  fraud: fraudRouter,
  routing: routingRouter,
  providers: providersRouter,
  routes: routesRouter,
  weights: weightsRouter,
  experiments: experimentsRouter,
  prices: pricesRouter,
  models: modelsRouter,
  networks: networksRouter,
  keys: keysRouter,
  limits: limitsRouter,
  consents: consentsRouter,
  lists: listsRouter,
  topics: topicsRouter,
  imports: importsRouter,
  glossary: glossaryRouter,
  translation: translationRouter,
  keywords: keywordsRouter,
  suppressions: suppressionsRouter,
  people: peopleRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  webhooks: webhooksRouter,
  audit: auditRouter,
  requests: requestsRouter,
  playground: playgroundRouter,
  simulator: simulatorRouter,
});

/** The type the console takes: no line of the server reaches the browser. */
export type AppRouter = typeof appRouter;
