import type { RootContent } from 'mdast';
import type { Course } from '../../course/course.ts';
import { toHtml } from '../../markdown/to-html.ts';
import type { PageGathering } from '../page-gathering.ts';
import type { SpecialPage } from './special-page.ts';

/** A certificate to print. The player fills in name and score; without a learning platform there is none. */
export const certificate: SpecialPage = {
  id: '_certificate',
  template: 'certificate',
  title: 'certificate.title',
  link: 'below',
  script: 'outcome',
  style: 'certificate',
  name: true,
  isIn: (course) => course.certificate !== undefined,
  view({ course, gathering, theme }) {
    const { word } = gathering;
    const words = course.certificate ?? {};
    return {
      heading: words.title ?? word('certificate.heading'),
      text: words.text ?? word('certificate.text'),
      issuer: words.issuer ?? '',
      signature: words.signature ?? '',
      logo: logoOf(course, gathering) || (theme?.logo?.html('../') ?? ''),
      version: course.version,
    };
  },
};

/** As a picture of a lesson would be: found, judged and packaged; what is wrong with it is told at its place. */
function logoOf(course: Course, gathering: PageGathering): string {
  const { logo, issuer } = course.certificate ?? {};
  if (logo === undefined) return '';
  const position = course.at(['certificate', 'logo']);
  const alt = issuer ?? gathering.word('certificate.heading');
  const image: RootContent = { type: 'paragraph', children: [{ type: 'image', url: logo, alt, position }], position };
  return toHtml(gathering.render([image], course.file, 'logo-', 2));
}
