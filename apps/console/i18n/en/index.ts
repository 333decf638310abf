import account from './account.json' with { type: 'json' };
import approvals from './approvals.json' with { type: 'json' };
import audit from './audit.json' with { type: 'json' };
import compliance from './compliance.json' with { type: 'json' };
import consent from './consent.json' with { type: 'json' };
import countries from './countries.json' with { type: 'json' };
import developers from './developers.json' with { type: 'json' };
import dlt from './dlt.json' with { type: 'json' };
import experiments from './experiments.json' with { type: 'json' };
import frame from './frame.json' with { type: 'json' };
import fraud from './fraud.json' with { type: 'json' };
import health from './health.json' with { type: 'json' };
import imports from './imports.json' with { type: 'json' };
import mailEditor from './mail-editor.json' with { type: 'json' };
import messages from './messages.json' with { type: 'json' };
import models from './models.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import prices from './prices.json' with { type: 'json' };
import rights from './rights.json' with { type: 'json' };
import security from './security.json' with { type: 'json' };
import senders from './senders.json' with { type: 'json' };
import templates from './templates.json' with { type: 'json' };
import timeline from './timeline.json' with { type: 'json' };
import verifications from './verifications.json' with { type: 'json' };
import webhooks from './webhooks.json' with { type: 'json' };
import weights from './weights.json' with { type: 'json' };
import words from './words.json' with { type: 'json' };
import workspace from './workspace.json' with { type: 'json' };

/** Every sentence of the console in this language. */
export default {
  ...frame,
  ...words,
  ...messages,
  ...models,
  ...timeline,
  ...templates,
  ...mailEditor,
  ...places,
  ...people,
  ...verifications,
  ...fraud,
  ...webhooks,
  ...audit,
  ...workspace,
  ...countries,
  ...consent,
  ...imports,
  ...compliance,
  ...developers,
  ...dlt,
  ...account,
  ...rights,
  ...security,
  ...health,
  ...weights,
  ...experiments,
  ...prices,
  ...senders,
  ...approvals,
};
