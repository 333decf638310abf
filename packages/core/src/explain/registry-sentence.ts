import { type StepEvidence, textOf } from './facts.ts';

/** What the registry said that decides, and what came of it. */
export function registrySentence(facts: StepEvidence, { result }: { result: string }): string {
  const name = textOf(facts, 'name') ?? 'a registry';
  const { listed } = facts;
  if (typeof listed !== 'boolean') {
    const again = textOf(facts, 'asks_again_at');
    if (result === 'fail') return `Stopped: ${name} has not answered, and without its answer no marketing goes.`;
    return `Held: ${name} has not answered${again === null ? '' : `; it is asked again at ${again}`}.`;
  }
  const at = textOf(facts, 'at');
  const until = textOf(facts, 'valid_until');
  const said = `${name} said${at === null ? '' : ` at ${at}`} that the address ${listed ? 'stands' : 'does not stand'} on it`;
  return `${result === 'fail' ? 'Stopped: ' : ''}${said}${until === null ? '' : `, which holds until ${until}`}.`;
}
