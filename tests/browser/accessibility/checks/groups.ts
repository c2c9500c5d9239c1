import { all, isThere, named, textOf, wordsOf } from './dom.ts';

const titleOf = (group: Element): string =>
  group.localName === 'fieldset'
    ? textOf(group.querySelector(':scope > legend'))
    : (group.getAttribute('aria-label') ?? wordsOf(group.getAttribute('aria-labelledby')));

/** Options that belong together are one group with one name, and none is chosen beforehand (1.3.1, 3.3.2). */
export function groups(): string[] {
  const found: string[] = [];
  const options = (all('input[type="radio"], input[type="checkbox"]') as HTMLInputElement[]).filter(isThere);
  const homes = new Map<string, Set<Element | null>>();
  const members = new Map<string, number>();
  for (const option of options) {
    const group = option.closest('fieldset, [role="radiogroup"], [role="group"]');
    if (option.type === 'radio') {
      if (option.name === '') found.push(`${named(option)} is a radio button without a name`);
      homes.set(option.name, (homes.get(option.name) ?? new Set()).add(group));
      members.set(option.name, (members.get(option.name) ?? 0) + 1);
    }
    const isQuestion = option.closest('[data-question]') !== null;
    if ((option.type === 'radio' || isQuestion) && (group === null || titleOf(group) === ''))
      found.push(`${named(option)} is in no group with a name`);
    if (option.defaultChecked && isQuestion) found.push(`${named(option)} is chosen beforehand`);
  }
  for (const [name, own] of homes)
    if (own.size > 1) found.push(`radio buttons of ${own.size} groups are named ${name}`);
  for (const [name, count] of members) if (count === 1) found.push(`the radio button ${name} is alone`);
  return found;
}
