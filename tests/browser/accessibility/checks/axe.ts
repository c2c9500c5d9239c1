import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const run = async (options: axe.RunOptions): Promise<string[]> => {
  // Each frame is asked by itself.
  const { violations } = await axe.run(document, { ...options, iframes: false, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}, ${html}\n${failureSummary}`),
  );
};

/** axe-core with every rule of WCAG 2.0 to 2.2, A and AA, its best practices, and `target-size`, which it leaves out. */
export const axeAll = (): Promise<string[]> => run({ runOnly: tags, rules: { 'target-size': { enabled: true } } });

/** All of it but the rules that depend on colours, which take longest: enough where no colour has changed. */
export const axeStructure = (): Promise<string[]> =>
  run({
    runOnly: tags,
    rules: {
      'target-size': { enabled: true },
      'color-contrast': { enabled: false },
      'link-in-text-block': { enabled: false },
    },
  });

/** Only its rules that depend on colours. */
export const axeColours = (): Promise<string[]> =>
  run({ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
