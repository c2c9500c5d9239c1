import { choiceData, choiceOptions } from './choice-list.ts';
import type { QuestionPages } from './question-pages.ts';

export const hotspot: QuestionPages<'hotspot'> = {
  styles: ['hotspot'],
  hint: (tools) => tools.word('quiz.hotspot.hint'),
  options: ({ regions }, tools) =>
    choiceOptions(regions, regions.filter((region) => region.correct).length > 1 ? 'checkbox' : 'radio', tools),
  view: ({ image, regions }, tools) => ({
    image: tools.html([{ type: 'paragraph', children: [image] }]),
    // In the order of the choices, whose words name the buttons.
    regions: regions.map(({ id, shape, box }, index) => ({ id, shape, box: box.join(' '), number: index + 1 })),
  }),
  data: ({ regions, credit }, tools) => ({ type: 'hotspot', regions: choiceData(regions, tools), credit }),
};
