import { XMLBuilder } from 'fast-xml-parser';
import type { Course } from '../../course/course.ts';
import { identifier } from './identifiers.ts';
import { manifestText, manifestTitle } from './manifest-text.ts';

/** The page the LMS opens. */
export const launchPage = 'index.html';

// Prefixes are literal: Moodle matches raw names (`adlcp:scormtype`), Open edX wants the default namespace.
const namespaces = {
  '@xmlns': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  '@xsi:schemaLocation': [
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
  ].join(' '),
};

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  // Else `isvisible="true"` would lose its value.
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: '  ',
});

/**
 * The `imsmanifest.xml` of a course as one SCO: SCORM 1.2 Content Aggregation Model, section 2.3; children in the order
 * of its schema, attributes and files in the order given. Lists the course's files, not the manifest or the schemas:
 * those belong to the package, not to the SCO.
 *
 * No `adlcp:masteryscore`: with it Moodle (masteryoverride) replaces the status that the course reports. No metadata
 * but the two lines every LMS wants: validators disagree on the schema of the rest (imsmd_rootv1p2p1.xsd is ambiguous).
 */
export function manifest(course: Course, paths: readonly string[]): string {
  const title = manifestTitle(course.title, course.id);
  const organization = identifier('organization', course.id);
  const resource = identifier('resource', course.id);
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    manifest: {
      '@identifier': identifier('course', course.id),
      ...versionAttribute(course.version),
      ...namespaces,
      metadata: { schema: 'ADL SCORM', schemaversion: '1.2' },
      organizations: {
        '@default': organization,
        organization: {
          '@identifier': organization,
          title,
          item: {
            '@identifier': identifier('item', course.id),
            '@identifierref': resource,
            '@isvisible': 'true',
            title,
          },
        },
      },
      resources: {
        resource: {
          '@identifier': resource,
          '@type': 'webcontent',
          '@adlcp:scormtype': 'sco',
          '@href': launchPage,
          file: paths.map((path) => ({ '@href': path })),
        },
      },
    },
  });
}

/** At most 20 characters (imscp_rootv1p1p2.xsd, attr.version): a longer one is left out, it is for people only. */
function versionAttribute(version: string): { '@version'?: string } {
  const text = manifestText(version);
  return text === '' || text.length > 20 ? {} : { '@version': text };
}
