import { readSignUpPage, signUp } from '@signalbox/services';
import type { Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';
import { answerPerson, type Knock, readForm } from './answer-person.ts';
import { askedPage, closedPage, signUpPage, TRAP } from './sign-up-page.ts';

const ROUTE = '/f/:list';

/** A knock at the page of a list, named by its public id. */
type ListKnock = Knock & { list: string };

/** Shows the page of a list. It changes nothing, whoever fetches it. */
export function showSignUp(world: World, knock: ListKnock): Promise<Reply> {
  return answerPerson(world, knock, ROUTE, async (caller, locale) => {
    const view = await readSignUpPage({ ...caller, list: knock.list });
    return view === undefined ? closedPage(locale) : signUpPage(view, locale);
  });
}

/** Takes what a person filled in, on our page or in a form of the business's own that posts here. */
export async function takeSignUp(world: World, knock: ListKnock): Promise<Reply> {
  const fields = new URLSearchParams(await readForm(knock.incoming));
  const address = (fields.get('address') ?? '').trim();
  const agreed = fields.get('agree') === 'yes';
  const isTrapped = (fields.get(TRAP) ?? '') !== '';
  return answerPerson(world, knock, ROUTE, async (caller, locale) => {
    const call = { ...caller, list: knock.list };
    if (isTrapped || !agreed) {
      const view = await readSignUpPage(call);
      if (view === undefined) return closedPage(locale);
      // A program that fills in everything is told what it wants to hear.
      return isTrapped
        ? askedPage(view, locale, address)
        : signUpPage(view, locale, { address, agreed, fault: 'agree' });
    }
    const asked = await signUp(call, { address, locale: fields.get('locale') ?? '' });
    if (asked === undefined) return closedPage(locale);
    return asked.isTaken
      ? askedPage(asked.view, locale, address)
      : signUpPage(asked.view, locale, { address, agreed, fault: 'address' });
  });
}
