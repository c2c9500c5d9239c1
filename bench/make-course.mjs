// A course of any size, the same in every run: lessons with the elements that real ones have, each with a quiz.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const words =
  'request server edge cache queue worker process image layer commit build release metric trace alert disk port name time log'.split(
    ' ',
  );

/** Writes a course with `lessons` lessons of some 700 words and four questions each to `folder`. */
export async function makeCourse(folder, lessons) {
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'course.yml'),
    `id: bench-${lessons}\ntitle: A course of ${lessons} lessons\nlanguage: en\n`,
  );
  for (let number = 1; number <= lessons; number++) {
    await writeFile(path.join(folder, `${String(number).padStart(3, '0')}-lesson-${number}.md`), lesson(number));
  }
}

/** The text of one lesson; the numbers choose the words. */
export function lesson(number) {
  let seed = number * 7919;
  const word = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return words[seed % words.length];
  };
  const sentence = (length) => `The ${Array.from({ length }, word).join(' ')}.`;
  const paragraph = () => Array.from({ length: 5 }, () => sentence(12)).join(' ');
  const section = (name) => `## ${name}

${paragraph()} **${word()}** and *${word()}*, see [the ${word()} handbook](https://example.org/${word()}).

- ${sentence(6)}
- ${sentence(6)} \`${word()}\`

\`\`\`js
export const ${word()} = (${word()}) => ({ value: ${number}, text: '${word()}' });
\`\`\`

| Part | Use |
| --- | --- |
| ${word()} | ${sentence(4)} |
| ${word()} | ${sentence(4)} |

> [!NOTE] ${word()}
> ${sentence(10)}

${paragraph()}
`;
  const question = (index) => `### What does the ${word()} of part ${index} do? {#question-${index}}

- [x] It holds the ${word()} ${index}a
  > ${sentence(8)}
- [ ] It drops the ${word()} ${index}b
- [ ] It moves the ${word()} ${index}c
- [ ] It names the ${word()} ${index}d
`;
  return `---
title: Lesson ${number}
minutes: 10
---

${['First', 'Second', 'Third', 'Fourth'].map((name) => section(`${name} part`)).join('\n')}
:::quiz[Check]{#check-${number} pass=75}
${[1, 2, 3, 4].map(question).join('\n')}
:::
`;
}
