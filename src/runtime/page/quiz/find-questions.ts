/**
 * Gives the questions of a quiz by id. Those of a bank are inert in a template until one is asked; asked once, it stays
 * the same element, so that it keeps what is bound to it.
 */
export function findQuestions(section: HTMLElement): (id: string) => HTMLElement | null {
  const bank = section.querySelector<HTMLTemplateElement>('template[data-bank]');
  const homes = bank ? [...bank.content.children] : [...section.querySelectorAll('[data-question]')];
  const known = new Map<string, Element>();
  for (const element of homes)
    if (element instanceof HTMLElement) known.set(element.dataset['question'] ?? '', element);
  return (id) => {
    const found = known.get(id);
    if (!(found instanceof HTMLElement)) return null;
    return bank ? document.adoptNode(found) : found;
  };
}
