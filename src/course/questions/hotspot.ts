import type { Image, Paragraph, RootContent } from 'mdast';
import type { Position } from 'unist';
import * as z from 'zod';
import { idSchema } from '../../config/course-config.ts';
import { report } from '../../diagnostics/report.ts';
import { attributesNode } from '../attributes.ts';
import type { Choice, Hotspot, Region } from '../course.ts';
import { checkChoices, choicesMarkdown, choicesToMarkdown, idOfText, isTaskList } from './choices.ts';
import { textSchema } from './items.ts';
import type { InlineOption, QuestionCommon, QuestionForm } from './question-form.ts';

const credit = z
  .enum(['all-or-nothing', 'per-choice'])
  .default('all-or-nothing')
  .meta({ description: 'Credit for partly right answers; see the reference of scoring.' });
const shapes = ['rect', 'circle'] as const;
const howToPlace = 'Write left, top, width and height in percent of the picture: `at: [10, 20, 30, 15]`';

const regionsSchema = z
  .array(
    z.strictObject({
      id: idSchema.optional(),
      shape: z.enum(shapes).default('rect').meta({ description: 'The outline of the region.' }),
      at: z
        .array(z.number())
        .meta({ description: 'Left, top, width and height, percent of the picture.', fix: howToPlace }),
      label: textSchema.meta({
        description: 'The name of the region, markdown.',
        fix: 'Write `label: …`, which says where it is without giving the answer away',
      }),
      correct: z.boolean().default(false).meta({ description: 'Whether it is right.' }),
      feedback: z.string().optional().meta({ description: 'Shown to who chose it, markdown.' }),
    }),
  )
  .meta({ description: 'Regions of the picture.', fix: 'Write `regions:` with a list of `- label: …` and `at: […]`' });

/** Regions of a picture to find. Inline: the picture, then a task list of labels with `{at="10 20 30 15"}`. */
export const hotspotForm: QuestionForm<Hotspot> = {
  type: 'hotspot',
  schema: z.object({
    image: z.string().min(1).meta({
      description: 'The picture, a path from the folder of this file.',
      fix: 'Write `image: media/picture.png`',
    }),
    alt: z.string().trim().min(1).meta({
      description: 'What the picture shows, for those who cannot see it.',
      fix: 'Write `alt: …`: what the picture shows, without the answer',
    }),
    regions: regionsSchema,
    credit,
  }),
  attributes: z.object({ credit }),
  optionAttributes: ['at', 'shape'],
  fromYaml: (spec) => {
    const list = spec.value['regions'] as z.output<typeof regionsSchema>;
    const regions = list.map((region, index) => {
      const text = spec.markdown(['regions', index, 'label']);
      const draft = {
        id: region.id ?? idOfText(text),
        text,
        correct: region.correct,
        feedback: spec.markdown(['regions', index, 'feedback']),
        position: spec.at(['regions', index]),
      };
      return { draft, shape: region.shape, box: region.at, at: spec.at(['regions', index, 'at']) };
    });
    const image: Image = {
      type: 'image',
      url: String(spec.value['image']),
      alt: String(spec.value['alt']),
      position: spec.at(['image']),
    };
    return hotspot(spec.common, image, regions, spec.value['credit']);
  },
  holds: isTaskList,
  recognises: ({ options }) => options.some((option) => option.attributes['at'] !== undefined),
  fromMarkdown: ({ common, options, attributes }) => {
    const place = common.prompt.findLastIndex((node) => imageOf(node) !== null);
    const image = imageOf(common.prompt[place]);
    if (image === null) {
      report(common.file, 'question-unclear', {
        reason: 'A hotspot question has no picture',
        fix: 'Write `![What it shows](media/picture.png)` on a line of its own above the options',
        at: common.position,
      });
      return null;
    }
    return hotspot(
      { ...common, prompt: common.prompt.filter((_node, index) => index !== place) },
      image,
      options.map(regionFrom),
      attributes['credit'],
    );
  },
  markdownOf: ({ image, regions }) => [paragraphOf(image), ...choicesMarkdown(regions)],
  toYaml: ({ image, regions, credit: how }, markdown) => ({
    image: image.url,
    alt: image.alt ?? '',
    regions: regions.map((region) => ({
      ...(region.id === idOfText(region.text) ? {} : { id: region.id }),
      ...(region.shape === 'rect' ? {} : { shape: region.shape }),
      at: region.box,
      label: markdown(region.text),
      ...(region.correct ? { correct: true } : {}),
      feedback: markdown(region.feedback),
    })),
    ...(how === 'all-or-nothing' ? {} : { credit: how }),
  }),
  toMarkdown: ({ image, regions, credit: how }) => {
    const list = choicesToMarkdown(regions);
    if (list === null) return null;
    for (const [index, { id, text, box, shape }] of regions.entries()) {
      const line = list.children[index]?.children[0];
      const braces = attributesNode(id === idOfText(text) ? null : id, {
        at: box.join(' '),
        ...(shape === 'rect' ? {} : { shape }),
      });
      const first = text[0];
      if (line?.type !== 'paragraph' || first?.type !== 'paragraph') return null;
      list.children[index]?.children.splice(0, 1, { ...line, children: [...first.children, braces] });
    }
    return { blocks: [paragraphOf(image), list], ...(how === 'all-or-nothing' ? {} : { attributes: { credit: how } }) };
  },
};

interface RegionDraft {
  readonly draft: Choice;
  readonly shape: unknown;
  readonly box: readonly number[];
  readonly at: Position | undefined;
}

function regionFrom({ id, text, checked, feedback, attributes, item }: InlineOption): RegionDraft {
  const numbers = String(attributes['at'] ?? '')
    .split(/[\s,]+/)
    .filter(Boolean);
  return {
    draft: {
      id: id ?? idOfText(text),
      text,
      correct: checked,
      feedback,
      ...(item.position === undefined ? {} : { position: item.position }),
    },
    shape: attributes['shape'] ?? 'rect',
    box: numbers.map((number) => (/^\d+(\.\d+)?%?$/.test(number) ? Number.parseFloat(number) : Number.NaN)),
    at: item.position,
  };
}

function hotspot(common: QuestionCommon, image: Image, drafts: readonly RegionDraft[], how: unknown): Hotspot | null {
  let fine = checkChoices(
    drafts.map(({ draft }) => draft),
    common.file,
    common.position,
  );
  const fault = (reason: string, fix: string, at: Position | undefined): void => {
    report(common.file, 'invalid-value', { reason, fix, at });
    fine = false;
  };
  const regions = drafts.flatMap(({ draft, shape, box, at }): Region[] => {
    const outline = shapes.find((known) => known === shape);
    if (outline === undefined) fault(`\`${String(shape)}\` is not a shape`, 'Write `rect` or `circle`', at);
    const [left, top, width, height, more] = box;
    if (
      left === undefined ||
      top === undefined ||
      width === undefined ||
      height === undefined ||
      more !== undefined ||
      box.some(Number.isNaN)
    ) {
      fault(
        'A region has no place of four numbers',
        isYaml(common)
          ? howToPlace
          : 'Write left, top, width and height in percent of the picture: `{at="10 20 30 15"}`',
        at,
      );
      return [];
    }
    if (left < 0 || top < 0 || width <= 0 || height <= 0 || left + width > 100 || top + height > 100) {
      fault('A region lies outside the picture', 'Keep left + width and top + height within 100 percent', at);
    }
    return outline === undefined ? [] : [{ ...draft, shape: outline, box: [left, top, width, height] }];
  });
  return fine
    ? { ...common, type: 'hotspot', image, regions, credit: how === 'per-choice' ? 'per-choice' : 'all-or-nothing' }
    : null;
}

const isYaml = ({ file }: QuestionCommon): boolean => /\.ya?ml$/.test(file.path);

const paragraphOf = (image: Image): Paragraph => ({
  type: 'paragraph',
  children: [image],
  ...(image.position === undefined ? {} : { position: image.position }),
});

/** The image that stands alone in its paragraph. */
function imageOf(node: RootContent | undefined): Image | null {
  if (node?.type !== 'paragraph' || node.children.length !== 1) return null;
  const [only] = node.children;
  if (only?.type !== 'image') return null;
  // Its title would be a caption, which a quiz file has no place for.
  const { title: _title, ...image } = only;
  return image;
}
