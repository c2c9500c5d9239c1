/** Link texts that say nothing when read out of their sentence, as screen readers list them (WCAG 2.4.4). */
const vague: ReadonlySet<string> = new Set([
  ...[
    'here',
    'click',
    'click here',
    'more',
    'read more',
    'learn more',
    'see more',
    'link',
    'this',
    'this link',
    'this page',
  ],
  ...[
    'hier',
    'klicken sie hier',
    'hier klicken',
    'mehr',
    'weiterlesen',
    'ici',
    'cliquez ici',
    'en savoir plus',
    'aquí',
    'haga clic aquí',
    'más',
  ],
]);

export function isVague(text: string): boolean {
  return vague.has(
    text
      .toLowerCase()
      .replace(/[.…!»>:→]+$/u, '')
      .trim(),
  );
}
