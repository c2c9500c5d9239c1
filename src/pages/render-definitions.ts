import type { Root } from 'hast';
import type { Course } from '../course/course.ts';
import { termAnchor } from '../course/glossary.ts';
import { toHtml } from '../markdown/to-html.ts';
import type { PageGathering } from './page-gathering.ts';

/** What a term means, as HTML. */
export interface Definition {
  /** In full. */
  readonly html: string;
  /** Its first paragraph, without the paragraph around it: it stands within a line of a lesson. */
  readonly brief: string;
}

/** Renders each definition of the glossary once; by the term's id. To be called when the lessons are rendered. */
export function renderDefinitions({ glossary }: Course, gathering: PageGathering): ReadonlyMap<string, Definition> {
  return new Map(
    (glossary?.terms ?? []).flatMap(({ id, definition }) => {
      if (glossary === undefined) return [];
      const tree = gathering.render(definition, glossary.file, `${termAnchor(id)}-`, 3);
      return [[id, { html: toHtml(tree), brief: toHtml(firstParagraph(tree)) }] as const];
    }),
  );
}

function firstParagraph(tree: Root): Root {
  const first = tree.children.find((node) => node.type === 'element' && node.tagName === 'p');
  return { type: 'root', children: first?.type === 'element' ? first.children : [] };
}
